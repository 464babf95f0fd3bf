import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../contracts/report/evidence.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import { evidenceNdjson } from '../evidence.ts'
import { exchanges as allExchanges } from '../golden/exchanges.ts'
import { goldenTitles, golden as whole } from '../golden/record.ts'
import { reportHtml } from '../html/page.ts'
import { junit } from '../junit.ts'
import { reportJson } from '../report-json.ts'
import { createGate } from './gate.ts'
import { knownOf, redact } from './record.ts'
import { scan } from './scan.ts'
import { redactValue } from './value.ts'

/** Enough of the golden record to have every document, and small enough to make hundreds of them. */
const exchanges = allExchanges.slice(0, 2)
const golden: RunRecord = {
  ...whole,
  exchanges,
  report: { ...whole.report, results: whole.report.results.filter((_row, at) => at === 0 || at === 5 || at === 20) },
}
const [first] = exchanges as [Exchange]
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`))
const identifier = fc.oneof(digits(9), digits(11), fc.stringMatching(/^[A-Z]{2}[0-9]{6}[a-z]{4}$/))
const around = fc.string({ maxLength: 12, unit: fc.constantFrom(...'ab 1/.:"<&æ\n\\%{}#-_') })

/** Ways in which a participant can send back what it was given. */
const writings: Readonly<Record<string, (value: string) => string>> = {
  plain: (value) => value,
  percent: (value) => [...Buffer.from(value)].map((byte) => `%${byte.toString(16)}`).join(''),
  base64: (value) => Buffer.from(value).toString('base64'),
  hex: (value) => Buffer.from(value).toString('hex'),
}

/** Places where a text of the participant's, or about it, can stand. */
const places: Readonly<Record<string, (text: string) => RunRecord>> = {
  message: (text) => withBody({ code: 'ACC-001', message: text }),
  'a name of a member': (text) => withBody({ [text]: 1 }),
  'an unknown member': (text) => withBody({ accounts: [{ surprise: { deep: [text] } }] }),
  'an account': (text) => withBody({ accounts: [{ accountIdentifier: text, accountReference: text, status: text }] }),
  'a link': (text) => withBody({ links: [{ rel: 'next', href: `/accounts/${text}?next=${text}` }] }),
  'a header': (text) =>
    withAnswer({ headers: { 'x-trace': text, server: text, location: `https://a.test/${text}`, [text]: 'x' } }),
  'an error page': (text) => withAnswer({ body: { text, bytes: text.length }, content: { form: 'text' } }),
  'a JWE header': (text) =>
    withAnswer({
      content: { form: 'jwe', compact: true, header: { kid: text, [text]: text }, opened: { error: text } },
    }),
  'the request': (text) =>
    withExchange({
      ...first,
      request: {
        ...first.request,
        path: `/accounts/${text}`,
        query: { q: text },
        headers: { PartyID: text, 'Legal-Mandate': text },
      },
    }),
  'the recipe of a token': (text) =>
    withExchange({ ...first, request: { ...first.request, token: { claims: { pid: text, scope: text } } } }),
  silence: (text) => withExchange({ ...first, outcome: { kind: 'silent', why: 'tls', detail: text } }),
  'an observation': (text) => ({
    ...golden,
    observations: [
      {
        id: 'o1',
        epoch: 'calm',
        party: 'certpub',
        at: '2026-11-21T12:00:00Z',
        method: 'GET',
        path: `/lookup/${text}?a=${text}`,
        status: 200,
      },
    ],
  }),
  'a finding': (text) => withFinding({ what: text, expected: text, actual: { [text]: [text] }, at: '/message' }),
  'a place of a finding': (text) =>
    withFinding({ expected: [text], actual: text, at: `/accounts/0/${text.replaceAll('/', '~1')}` }),
  'a result': (text) => ({
    ...golden,
    report: { ...golden.report, results: golden.report.results.map((row) => ({ ...row, message: text })) },
  }),
  'an error of the run': (text) => ({
    ...golden,
    report: { ...golden.report, errors: [{ kind: 'setup-error', code: 'x', message: text }] },
  }),
  'the configuration': (text) => ({
    ...golden,
    report: {
      ...golden.report,
      config: { baseUrl: `https://a.test/${text}`, file: text, fixtures: { P1: { id: text } } },
    },
  }),
  'who it is about': (text) => ({
    ...golden,
    report: {
      ...golden.report,
      participant: { name: text, organisationNumber: '987654325' },
      target: { kind: 'external', faults: [text] },
    },
  }),
}

function withExchange(exchange: Exchange): RunRecord {
  return { ...golden, exchanges: [exchange, ...exchanges.slice(1)] }
}
function withAnswer(changes: Partial<Extract<Exchange['outcome'], { kind: 'answered' }>>): RunRecord {
  if (first.outcome.kind !== 'answered') throw new Error('the first golden exchange has an answer')
  return withExchange({ ...first, outcome: { ...first.outcome, ...changes } })
}
const withBody = (value: unknown) => withAnswer({ content: { form: 'json', value } })
function withFinding(changes: object): RunRecord {
  const [row, ...rest] = golden.report.results
  if (row === undefined) throw new Error('the golden record has results')
  const findings = row.findings.map((finding) => ({ ...finding, ...changes }))
  return { ...golden, report: { ...golden.report, results: [{ ...row, findings }, ...rest] } }
}

function documentsOf(record: RunRecord): ReadonlyMap<string, string> {
  const told = redact(record)
  return new Map([
    ['report.html', reportHtml(told, goldenTitles)],
    ['junit.xml', junit(told.report, goldenTitles)],
    ['evidence.ndjson', evidenceNdjson(told)],
    ['report.json', reportJson(told.report)],
  ])
}

const separators = [
  ' ',
  '.',
  '-',
  '/',
  ':',
  ', ',
  '\n',
  '\u200b',
  '\u00a0',
  '"',
  "'",
  '&',
  '%',
  '\\',
  '\u0007',
  'x',
  '#',
  '|',
]
const runs = 8

describe('a known identifier, planted anywhere, is in no document', () => {
  it.each(Object.keys(places))('in %s', (place) => {
    fc.assert(
      fc.property(
        identifier,
        around,
        around,
        fc.constantFrom(...Object.keys(writings)),
        (value, before, after, writing) => {
          const planted = `${before}${writings[writing]?.(value)}${after}`
          const record = places[place]?.(planted) ?? golden
          const known = {
            identifiers: [...golden.known.identifiers, { value, name: 'P9.id' }],
            secrets: golden.known.secrets,
          }
          const made = documentsOf({ ...record, known })
          scan(made, knownOf({ ...record, known }), [String(golden.report.run.seed)])
          for (const text of made.values()) expect(text.includes(value)).toBe(false)
        },
      ),
      { numRuns: 6 },
    )
  })
})

describe('numbers of persons and accounts that nobody knew are in no document', () => {
  it.each(Object.keys(places).filter((place) => place !== 'who it is about'))('in %s', (place) => {
    for (const number of ['53847012079', '86011117947', '8601.11.17947', '538470 12079']) {
      const record = places[place]?.(`om ${number} her`) ?? golden
      const made = documentsOf(record)
      scan(made, knownOf(record), [])
    }
  })
})

describe('no answer can keep its own report back', () => {
  const scrap = fc.array(
    fc.oneof(
      digits(1),
      digits(3),
      digits(4),
      digits(5),
      digits(6),
      fc.constantFrom(...separators, ' Kari Prøve Nordmann', '974760673'),
    ),
    { minLength: 2, maxLength: 10 },
  )
  it.each(['message', 'a header', 'a link', 'an unknown member', 'a finding'])('in %s', (place) => {
    fc.assert(
      fc.property(scrap, (parts) => {
        const record = places[place]?.(parts.join('')) ?? golden
        const { participant } = record.report
        scan(documentsOf(record), knownOf(record), [participant.organisationNumber, '974760673'])
      }),
      { numRuns: runs },
    )
  })
  it('in lists', () => {
    fc.assert(
      fc.property(scrap, fc.constantFrom('total', 'code', 'fromDate', 'x'), fc.boolean(), (parts, name, asNumber) => {
        const list = parts.map((one) => (asNumber && /^\d+$/.test(one) ? Number(one) : one))
        const record = withBody({ [name]: list })
        scan(documentsOf(record), knownOf(record), ['987654325', '974760673'])
      }),
      { numRuns: runs },
    )
  })
})

describe('pseudonyms', () => {
  const member = fc.constantFrom(
    'accountIdentifier',
    'accountReference',
    'name',
    'amount',
    'message',
    'href',
    'surprise',
    'value',
    'additionalInfo',
  )
  const value = fc.oneof(
    digits(11),
    digits(9),
    fc.string({ minLength: 1, maxLength: 20 }),
    fc.stringMatching(/^[A-Za-z0-9_-]{16,40}$/),
  )
  const masking = () => createGate({ known: { identifiers: [], secrets: [] }, harmless: [] })

  it('keep equal what is equal', () => {
    fc.assert(
      fc.property(member, value, (name, text) => {
        const gate = masking()
        expect(redactValue(gate, { [name]: text })).toEqual(redactValue(gate, { [name]: text }))
      }),
    )
  })

  it('keep different what is different', () => {
    const masked = member.filter((name) => name !== 'message' && name !== 'href')
    fc.assert(
      fc.property(masked, value, value, (name, one, other) => {
        fc.pre(one !== other)
        const gate = masking()
        expect(redactValue(gate, one, name)).not.toEqual(redactValue(gate, other, name))
      }),
      { numRuns: 300 },
    )
  })

  it('follow a value from member to member and into free text', () => {
    const gate = masking()
    expect(redactValue(gate, ['86011117947'], 'accountIdentifier')).toEqual(['konto#1 (MOD11 ok)'])
    expect(redactValue(gate, { other: '86011117947', message: 'se 86011117947!' })).toEqual({
      other: 'konto#1 (MOD11 ok)',
      message: 'se konto#1 (MOD11 ok)!',
    })
  })
})
