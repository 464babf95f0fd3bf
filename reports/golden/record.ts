import type { RunRecord } from '../../contracts/report/report.ts'
import type { Verdict } from '../../contracts/report/verdict.ts'
import type { Described } from '../titles.ts'
import { exchanges } from './exchanges.ts'
import { loadReport, loadWindow, samples } from './load.ts'
import { results } from './results.ts'
import { deeds, observations } from './story.ts'
import { blocked, hostile, organisation, person, secret, token } from './words.ts'

const count = (verdict: Verdict) => results.filter((one) => one.verdict === verdict).length

/** One run that holds everything a report can hold, and everything that somebody could try to do to one. Synthetic. */
export const golden: RunRecord = {
  report: {
    schema: 'samsvar.report/1',
    run: {
      id: '20261121-120000-gold',
      seed: 20261121,
      day: '2026-11-21',
      startedAt: '2026-11-21T12:00:00.000Z',
      finishedAt: '2026-11-21T12:01:00.000Z',
      aborted: true,
      strict: true,
      harness: { version: '0.1.0', commit: '9fcdb1a0000000000000000000000000000000aa' },
      requirementSet: '2026-11',
    },
    participant: { name: 'Prøvebanken <b>Sør</b> & Nord', organisationNumber: '987654325' },
    target: { kind: 'reference', faults: ['leaks-account-number', 'slow'] },
    config: {
      baseUrl: 'https://bank.test:8443/v2',
      environment: 'test',
      keystore: { file: '/home/somebody/keys.p12', password: secret },
      fixtures: { P1: { id: organisation, kjennelsesdato: '2026-10-01', blockedAccounts: [blocked] }, P2: { id: person, kjennelsesdato: null } },
      areas: ['kontrollinformasjon', 'konkursvarsel', 'dsve'],
    },
    summary: {
      verdict: 'fail',
      judged: count('fail') + count('warn') + count('pass'),
      observable: results.length - 1 - count('not-applicable'),
      pass: count('pass'),
      fail: count('fail'),
      warn: count('warn'),
      inconclusive: count('inconclusive'),
      notApplicable: count('not-applicable'),
      notTested: count('not-tested'),
    },
    results,
    errors: [
      { kind: 'setup-error', code: 'callback-unreachable', message: `the party at 127.0.0.1:4711 was not reached; ${hostile}` },
      { kind: 'harness-error', code: 'check-threw', message: `TypeError while judging ${person} with ${secret}` },
      { kind: 'aborted', code: 'interrupted', message: 'SIGINT after 60 s' },
    ],
    loads: [loadReport],
  },
  exchanges,
  observations,
  loads: [{ ...loadWindow, samples }],
  deeds,
  known: {
    identifiers: [
      { value: organisation, name: 'P1.id' },
      { value: blocked, name: 'P1.blockedAccounts[0]' },
      { value: person, name: 'P2.id' },
      { value: '987654325', name: 'participant' },
    ],
    secrets: [secret, token],
  },
}

/** Titles in both languages, without the register. */
export function goldenTitles(id: string): Described | undefined {
  if (id.endsWith('007')) return undefined
  const number = Number(id.slice(-3))
  return {
    title: { nb: `Banken svarer \`400\` slik kravet sier, også når spørsmålet er ${number % 2 ? 'rart' : 'langt'} <i>og</i> på æøå`, en: `The bank answers as required, also when the question is ${number % 2 ? 'odd' : 'long'} <i>and</i> & so on` },
    section: ['Errors (KI-ERR)', 'Account list (KI-ACC)', 'Konkurs profile (KI-KON) ]]>'][number % 3] ?? '',
    source: 'EOPP Error handling; OAS2',
  }
}
