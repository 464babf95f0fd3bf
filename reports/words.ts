import type { ProfileName } from '../contracts/report/load.ts'
import type { RunError, RunVerdict } from '../contracts/report/report.ts'
import type { Reason, Verdict, Weight } from '../contracts/report/verdict.ts'
import type { Area, Certainty, Level } from '../contracts/requirement.ts'

/** Every word that a report has for the values of the contract, in both languages. Nowhere else. */

export const languages = ['nb', 'en'] as const
export type Language = (typeof languages)[number]
export type Said = Readonly<Record<Language, string>>

export const verdictWords = {
  fail: { nb: 'Brudd', en: 'Breach' },
  inconclusive: { nb: 'Ikke avgjort', en: 'Inconclusive' },
  warn: { nb: 'Advarsel', en: 'Warning' },
  pass: { nb: 'Oppfylt', en: 'Met' },
  'not-applicable': { nb: 'Ikke aktuelt', en: 'Not applicable' },
  'not-tested': { nb: 'Ikke prøvd', en: 'Not tested' },
} as const satisfies Record<Verdict, Said>

/** Worst first; the order of everything that a person reads. */
export const verdictOrder = Object.keys(verdictWords) as readonly Verdict[]

export const runVerdictWords = {
  pass: { nb: 'Oppfylt', en: 'Conformant' },
  fail: { nb: 'Brudd på krav', en: 'Requirements breached' },
  inconclusive: { nb: 'Ikke avgjort', en: 'Inconclusive' },
  incomplete: { nb: 'Ufullstendig', en: 'Incomplete' },
} as const satisfies Record<RunVerdict, Said>

export const runVerdictMeaning = {
  pass: {
    nb: 'Alle krav som må oppfylles, er prøvd og oppfylt.',
    en: 'Every mandatory requirement was tested and met.',
  },
  fail: {
    nb: 'Minst ett krav er prøvd og ikke oppfylt.',
    en: 'At least one requirement was tested and is not met.',
  },
  inconclusive: {
    nb: 'Ingen brudd ble funnet, men minst ett krav som skulle prøves, lot seg ikke avgjøre.',
    en: 'No breach was found, but at least one requirement that was to be tested could not be decided.',
  },
  incomplete: {
    nb: 'Ingen brudd ble funnet, men ikke alle krav som må oppfylles, er prøvd.',
    en: 'No breach was found, but not every mandatory requirement was tested.',
  },
} as const satisfies Record<RunVerdict, Said>

export const reasonWords = {
  'fixture-missing': { nb: 'testdata mangler', en: 'test data is missing' },
  'need-not-met': { nb: 'en forutsetning holdt ikke', en: 'a precondition did not hold' },
  'no-traffic': { nb: 'ingen trafikk kom i tide', en: 'no traffic came in time' },
  'nothing-to-iterate': { nb: 'ingenting å se på', en: 'nothing to look at' },
  'too-few-samples': { nb: 'for få målinger', en: 'too few samples' },
  'generator-unhealthy': { nb: 'målingen var ikke til å stole på', en: 'the measurement could not be trusted' },
  'answer-too-large': { nb: 'svaret var for stort', en: 'the answer was too large' },
  'cache-warm': { nb: 'et mellomlager skjulte svaret', en: 'a cache hid the answer' },
  deadline: { nb: 'tiden gikk ut', en: 'time ran out' },
  'not-recorded': { nb: 'spørsmålet ble aldri stilt', en: 'the question was never asked' },
  'capability-absent': { nb: 'deltakeren har oppgitt at dette ikke tilbys', en: 'declared absent by the participant' },
  'did-not-occur': { nb: 'tilfellet inntraff ikke', en: 'the case did not occur' },
  unobservable: { nb: 'kan ikke ses utenfra', en: 'cannot be seen from outside' },
  'not-built-yet': { nb: 'prøven er ikke laget ennå', en: 'the check is not built yet' },
  'not-selected': { nb: 'ikke valgt i denne kjøringen', en: 'not selected in this run' },
  'external-party': { nb: 'krever en part som ikke styres her', en: 'needs a party outside our control' },
  'unobservable-here': { nb: 'deltakeren gir ikke innsyn i dette', en: 'the participant offers no view of this' },
} as const satisfies Record<Reason, Said>

export const levelWords = {
  MUST: { nb: 'Skal', en: 'Must' },
  SHOULD: { nb: 'Bør', en: 'Should' },
  MAY: { nb: 'Kan', en: 'May' },
  INFO: { nb: 'Til orientering', en: 'Information' },
} as const satisfies Record<Level, Said>

export const certaintyWords = {
  documented: { nb: 'dokumentert', en: 'documented' },
  inferred: { nb: 'utledet', en: 'inferred' },
  reconstructed: { nb: 'rekonstruert av samsvar', en: 'reconstructed by samsvar' },
} as const satisfies Record<Certainty, Said>

export const weightWords = {
  breach: { nb: 'Avvik', en: 'Deviation' },
  tolerated: { nb: 'Avvik som tåles', en: 'Tolerated deviation' },
  note: { nb: 'I orden', en: 'In order' },
} as const satisfies Record<Weight, Said>

export const errorWords = {
  'setup-error': { nb: 'Feil i oppsettet', en: 'Setup error' },
  'harness-error': { nb: 'Feil i samsvar', en: 'Error in samsvar' },
  aborted: { nb: 'Avbrutt', en: 'Aborted' },
  'deviation-error': { nb: 'Oppgitt avvik', en: 'Declared deviation' },
} as const satisfies Record<RunError['kind'], Said>

/** Official names are Norwegian in both languages. */
export const areaWords = {
  kontrollinformasjon: { nb: 'Kontrollinformasjon', en: 'Kontrollinformasjon (account information)' },
  konkursvarsel: { nb: 'Konkursvarsel', en: 'Konkursvarsel (bankruptcy notices)' },
  'kfr-rapportering': { nb: 'Rapportering til Kundeforholdsregisteret', en: 'Reporting to Kundeforholdsregisteret' },
  'kfr-register': { nb: 'Kundeforholdsregisteret', en: 'Kundeforholdsregisteret (the register)' },
  dsve: { nb: 'DSVE: restgjeld og innfrielse', en: 'DSVE: remaining debt and redemption' },
  gjeldsregister: { nb: 'Gjeldsregister', en: 'Gjeldsregister (debt register)' },
  ytelse: { nb: 'Ytelse', en: 'Performance' },
} as const satisfies Record<Area, Said>

/** Windows of load, by their names. */
export const loadNameWords = {
  calm: { nb: 'Uten annet arbeid', en: 'Without other work' },
  'beside-job': { nb: 'Ved siden av en annen jobb', en: 'Beside another job' },
} as const satisfies Record<string, Said>

export const profileWords = {
  quick: { nb: 'kort måling', en: 'quick profile' },
  standard: { nb: 'vanlig måling', en: 'standard profile' },
  certify: { nb: 'måling for godkjenning', en: 'profile for certification' },
} as const satisfies Record<ProfileName, Said>

/** `55 of 470 judged`. */
export const judgedWords = (judged: number, observable: number): Said => ({
  nb: `${judged} av ${observable} krav er vurdert`,
  en: `${judged} of ${observable} requirements judged`,
})

/** `, 2 with a warning`; nothing where there is none. */
export const warnedWords = (warnings: number): Said =>
  warnings === 0 ? { nb: '', en: '' } : { nb: `, ${warnings} med advarsel`, en: `, ${warnings} with a warning` }

/** Of rows that could not be judged because one thing was missing. */
export const waitingWords = (rows: number): Said => ({
  nb: `${rows} krav som ikke er avgjort, venter på dette`,
  en: `${rows} undecided requirements wait for this`,
})
