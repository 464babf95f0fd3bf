import type { Report, Result } from '../contracts/report/report.ts'
import { describe, type Titles } from './titles.ts'
import { type Parent, parentsOf } from './waiting.ts'
import {
  errorWords,
  judgedWords,
  type Language,
  runVerdictWords,
  verdictOrder,
  verdictWords,
  waitingWords,
} from './words.ts'

export interface SummaryOptions {
  readonly titles?: Titles
  /** Where the report lies; left out when it was not written. */
  readonly place?: string
  readonly language?: Language
}

const phrases = {
  nb: {
    report: 'Rapport',
    aborted: 'AVBRUTT',
    errors: 'Feil',
    more: (n: number) => `… og ${n} til`,
    declared: 'Oppgitt avvik:',
    until: 'gjelder til og med',
    expired: 'utløpt',
    expected: 'ventet',
    actual: 'fikk',
    nothing: 'Ingenting ble vurdert: de valgte kravene har ingen prøve ennå, eller kan ikke observeres.',
  },
  en: {
    report: 'Report',
    aborted: 'ABORTED',
    errors: 'Errors',
    more: (n: number) => `… and ${n} more`,
    declared: 'Declared deviation:',
    until: 'in force until',
    expired: 'expired on',
    expected: 'expected',
    actual: 'got',
    nothing: 'Nothing was judged: the chosen requirements have no check yet, or cannot be observed.',
  },
} as const

/** More reds than this belong into the report, not onto a terminal. */
const mostReds = 40

/**
 * What the command prints at the end, one line each.
 * @param report redacted, as `redact(record).report` or `report.json` give it
 */
export function summaryLines(
  report: Report,
  { titles = () => undefined, place, language = 'en' }: SummaryOptions = {},
): string[] {
  const say = phrases[language]
  const reds = redsOf(report.results)
  const lines = [
    ...(report.run.aborted ? [`*** ${say.aborted} ***`] : []),
    headline(report, language),
    counts(report, language),
    ...(report.summary.judged + report.summary.inconclusive === 0 ? [say.nothing] : []),
    ...parentsOf(report.results).map((parent) => waiting(parent, titles, language)),
    ...report.errors.map(({ kind, code, message }) => `${errorWords[kind][language]}: ${code}: ${message}`),
    ...reds.slice(0, mostReds).flatMap((result) => redLines(result, titles, language)),
    ...(reds.length > mostReds ? [say.more(reds.length - mostReds)] : []),
    ...(place === undefined ? [] : [`${say.report}: ${place}`]),
  ]
  return lines.map(oneLine)
}

function headline({ summary, participant, target }: Report, language: Language): string {
  const faults = target.faults.length === 0 ? '' : ` [${target.faults.join(', ')}]`
  const word = runVerdictWords[summary.verdict][language].toLowerCase()
  const verdict = language === 'nb' || word === summary.verdict ? word : `${summary.verdict} – ${word}`
  return `${participant.name}${faults}: ${verdict}. ${judgedWords(summary.judged, summary.observable)[language]}.`
}

function counts({ results }: Report, language: Language): string {
  return verdictOrder
    .map(
      (verdict) =>
        `${results.filter((result) => result.verdict === verdict).length} ${verdictWords[verdict][language].toLowerCase()}`,
    )
    .join(', ')
}

/** `57 undecided requirements wait for KV-002 …`: what to mend first. */
function waiting({ breach, says, rows }: Parent, titles: Titles, language: Language): string {
  const words = waitingWords(rows.length)[language]
  if (breach === null) return `${words}: ${says}`
  const { requirement } = breach
  const { title } = describe(titles, requirement)
  const name = title[language] === requirement ? requirement : `${requirement} ${title[language]}`
  return `${words.slice(0, words.lastIndexOf(' '))} ${name}`
}

const redsOf = (results: readonly Result[]) =>
  (['fail', 'inconclusive', 'warn'] as const).flatMap((verdict) =>
    results.filter((result) => result.verdict === verdict),
  )

function redLines(result: Result, titles: Titles, language: Language): readonly string[] {
  const { title } = describe(titles, result.requirement)
  const name = title[language] === result.requirement ? '' : ` ${title[language]}`
  return [
    `${verdictWords[result.verdict][language].toUpperCase()} ${result.requirement}${name}`,
    `    ${because(result, language)}`,
    ...declared(result, language),
  ]
}

function declared({ deviation }: Result, language: Language): readonly string[] {
  if (deviation === undefined) return []
  const { owner, expires, inForce } = deviation
  const said = phrases[language]
  return [`    ${said.declared} ${owner}, ${inForce ? said.until : said.expired} ${expires}`]
}

function because({ verdict, findings, message }: Result, language: Language): string {
  const first =
    findings.find(({ weight }) => weight === (verdict === 'fail' ? 'breach' : 'tolerated')) ??
    findings.find(({ weight }) => weight === 'breach')
  if (first === undefined || verdict === 'inconclusive') return message
  const { expected, actual } = phrases[language]
  return `${first.exchange}: ${first.what} (${expected} ${JSON.stringify(first.expected ?? null)}, ${actual} ${JSON.stringify(first.actual ?? null)})`
}

const widest = 240

/** A terminal obeys control characters; whoever is judged must not write on it. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trimEnd()

function oneLine(text: string): string {
  const plain = printable(text)
  return plain.length > widest ? `${plain.slice(0, widest - 1)}…` : plain
}
