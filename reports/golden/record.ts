import type { Deed, Exchange, Observation } from '../../contracts/report/evidence.ts'
import type { LoadReport, LoadSample } from '../../contracts/report/load.ts'
import type { Finding, Result, RunRecord } from '../../contracts/report/report.ts'
import {
  inconclusiveReasons,
  notApplicableReasons,
  notTestedReasons,
  type Reason,
  type Verdict,
  type Weight,
} from '../../contracts/report/verdict.ts'
import type { Described } from '../titles.ts'

/** One run that holds everything a report can hold, and everything that somebody could try to do to one. Synthetic. */

export const hostile = `<script>alert(1)</script> ]]> "'&amp; \u0000\u0007\u001b[31m \u202egnal\u202c æøå ÆØÅ 🏦\ud800`
const long = `${'ære være øvelsen på åsen, '.repeat(20).slice(0, 499)}.`

/** Fødselsnummer, and a D-number, with 80 added to the month. The second check digit is that of an account: each is one, too. */
export const person = '01895612045'
export const unknownPerson = '53847012079'
export const organisation = '910000004'
export const blocked = '12345678903'
export const unknownAccount = '86011117947'
export const secret = 'hunter2-Tr0ub4dor&3'
export const token = [{ alg: 'RS256', kid: 'k1' }, { iss: 'https://issuer.test/', scope: 'bits:kontoinformasjon' }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat(Buffer.from('signature of nobody').toString('base64url'))
  .join('.')
const sealed = `${Buffer.from('{"alg":"RSA-OAEP-256","enc":"A128CBC-HS256"}').toString('base64url')}.a2V5a2V5a2V5.aXZpdml2aXY.Y2lwaGVydGV4dA.dGFndGFn`
const pem = `-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----`

const invented = (n: number) => ({
  CorrelationID: `0b0a0c0d-0000-8000-8000-00000000000${n}`,
  AccountInfoRequestID: '0c0ffee0-0000-8000-8000-000000000abc',
})

const request: Exchange['request'] = {
  method: 'GET',
  path: '/accounts',
  query: { OnlyPrimaryOwner: 'true', fromDate: '2025-11-22', toDate: '2026-11-21' },
  headers: {
    Accept: 'application/jose',
    'Legal-Mandate': 'kkl.%20%C2%A7156%20(3)%20og%20(4)%2C%20jf.%20kkfor.%C2%A721',
    PartyID: organisation,
  },
  token: {},
}

const exchange = (n: number, changes: Partial<Exchange>): Exchange => ({
  id: `x${n}`,
  epoch: 'calm',
  repeat: 0,
  invented: invented(n),
  request,
  outcome: { kind: 'silent', why: 'timeout', detail: 'no whole answer within 30000 ms' },
  startedAt: `2026-11-21T12:00:0${n}.000Z`,
  durationMs: 12.34567890123 + n,
  ...changes,
})

const account = {
  status: 'enabled',
  accountIdentifier: blocked,
  accountReference: `ref-${blocked}-X`,
  type: 'businessAccount',
  currency: 'NOK',
  primaryOwner: { name: 'Kari Prøve Nordmann', identifier: { value: person, type: 'nationalIdentityNumber', countryOfResidence: 'NO' } },
}
const list = {
  responseDetails: { status: 'partial', message: `Ring oss om ${person} eller Kari Prøve Nordmann. ${long}` },
  accounts: [account, { ...account, accountIdentifier: '1234.56.78903', accountReference: 'ref-2-of-the-bank', name: hostile, [unknownPerson]: token }],
  links: [{ rel: 'next', href: '/accounts?cursor=MTIzNDU2Nzg5MDM&PartyID=910000004' }],
}
const transactions = {
  responseDetails: { status: 'complete' },
  transactions: [
    {
      transactionIdentifier: 'TRX-1',
      amount: -17.5,
      currency: 'NOK',
      creditDebitIndicator: 'Credit',
      bookingDate: '21.11.2026',
      additionalInfo: long,
      references: [{ type: 'invoiceNumber', value: 'Faktura 17' }],
      counterParties: [{ name: 'Sjøbua AS', accountIdentifier: unknownAccount, postalAddress: { addressLines: ['Øvre gate 1'] } }],
      paymentCard: { cardIdentifier: '123456XXXXXX1234', expiryDate: '27-11' },
    },
  ],
}

export const exchanges: readonly Exchange[] = [
  exchange(1, {
    outcome: {
      kind: 'answered',
      status: 200,
      headers: { 'content-type': 'application/jose', 'x-request': `a-${person}`, 'set-cookie': 'session=abc', correlationid: invented(1).CorrelationID },
      body: { text: sealed, bytes: sealed.length },
      content: { form: 'jwe', compact: true, header: { alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256', kid: 'key-of-brreg-2026' }, opened: { text: JSON.stringify(list), value: list } },
    },
  }),
  exchange(2, {
    request: { ...request, path: `/accounts/ref-${blocked}-X/transactions`, token: { claims: { scope: null, pid: person }, signature: 'hmac-jwk', expires: -60 } },
    outcome: {
      kind: 'answered',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { text: JSON.stringify(transactions), bytes: 900 },
      content: { form: 'json', value: transactions },
    },
  }),
  exchange(3, {
    request: { ...request, headers: { ...request.headers, 'Legal-Mandate': 'ERROR $(rm -rf /) `id` "quoted"!' } },
    outcome: {
      kind: 'answered',
      status: 400,
      headers: { 'content-type': 'application/json;charset=utf-8', 'content-length': '1234' },
      body: { text: '{}', bytes: 1234 },
      content: {
        form: 'json',
        value: { code: 'ACC-001', message: `${hostile} PartyID ${encodeURIComponent(organisation)} / ${Buffer.from(organisation).toString('base64')} konto ${unknownAccount} token ${token} ${pem} ${secret}` },
      },
    },
  }),
  exchange(4, {
    request: { ...request, token: null },
    outcome: {
      kind: 'answered',
      status: 502,
      headers: { 'content-type': 'text/html', location: `https://user:word@bank.test/login?next=${person}` },
      body: { text: `<html>Bad gateway for ${person}</html>`, bytes: 51 },
      content: { form: 'text' },
    },
  }),
  exchange(5, {}),
  exchange(6, {
    epoch: 'certpub-outage',
    outcome: { kind: 'answered', status: 204, headers: {}, body: { text: '', bytes: 0 }, content: { form: 'empty' } },
  }),
  exchange(7, {
    outcome: {
      kind: 'answered',
      status: 200,
      headers: { 'content-type': 'application/jose' },
      body: { text: sealed, bytes: sealed.length },
      content: { form: 'jwe', compact: false, header: { alg: 'RSA1_5' }, opened: { error: 'decryption operation failed' } },
    },
  }),
  exchange(8, {
    epoch: 'bostyrer/opening',
    startedAt: '2026-11-21T12:00:08.200Z',
    outcome: {
      kind: 'answered',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { text: JSON.stringify(list), bytes: 900 },
      content: { form: 'json', value: list },
    },
  }),
  exchange(9, {
    epoch: 'bostyrer/sletting',
    outcome: { kind: 'answered', status: 403, headers: {}, body: { text: '', bytes: 0 }, content: { form: 'empty' } },
  }),
]

export const observations: readonly Observation[] = [
  { id: 'o1', epoch: 'calm', party: 'maskinporten', at: '2026-11-21T12:00:01.500Z', method: 'GET', path: '/jwk', status: 200 },
  {
    id: 'o2',
    epoch: 'certpub-outage',
    party: 'certpub',
    at: '2026-11-21T12:00:06.500Z',
    method: 'GET',
    path: `/lookup/v2/iso6523-actorid-upis::0192:${organisation}?party=${person}`,
    status: 503,
  },
  {
    id: 'o3',
    epoch: 'bostyrer/opening',
    party: 'brreg',
    at: '2026-11-21T12:00:08.100Z',
    method: 'GET',
    path: '/konkursvarsler/oppdatert/2026-11-21T11:00:00.000Z',
    status: 200,
    brreg: {
      asked: 'updated-list',
      since: '2026-11-21T11:00:00.000Z',
      tls: {
        protocol: 'TLSv1.3',
        certificate: {
          organisationNumber: '987654325',
          trusted: true,
          issuer: 'CN=Test4 CA 3, O=samsvar',
          notBefore: '2026-01-01T00:00:00.000Z',
          notAfter: '2029-01-01T00:00:00.000Z',
          policies: ['2.16.578.1.26.1.0.3.2'],
        },
      },
      served: { count: 1, notices: ['0b0a0c0d-0000-8000-8000-0000000000d1'], latest: '2026-11-21T12:00:08.000Z' },
      contentLength: 420,
    },
  },
]

/** What was done in the story of a bostyrer, and waited for. */
export const deeds: readonly Deed[] = [
  {
    id: 'd1',
    epoch: 'bostyrer/opening',
    at: '2026-11-21T12:00:08.000Z',
    does: 'publish',
    told: {
      publication: {
        notices: [
          {
            uuid: '0b0a0c0d-0000-8000-8000-0000000000d1',
            debtor: 'K1',
            type: 'aapning',
            registreringstidspunkt: '2026-11-21T12:00:08.000Z',
            kjennelsesdato: '2026-11-20',
          },
        ],
      },
    },
    outcome: { published: 1 },
  },
  {
    id: 'd2',
    epoch: 'bostyrer/opening',
    at: '2026-11-21T12:00:08.050Z',
    does: 'wait',
    told: 'opening',
    outcome: { met: true, until: '2026-11-21T12:16:38.050Z', seconds: 3 },
  },
]

const finding = (what: string, weight: Weight, at: string, expected: unknown, actual: unknown, id: string): Finding => ({ what, weight, expected, actual, at, exchange: id })

let rows = 0
const result = (verdict: Verdict, reason: Reason | null, changes: Partial<Result> = {}): Result => ({
  requirement: `KI-GLD-${String(++rows).padStart(3, '0')}`,
  area: 'kontrollinformasjon',
  level: 'MUST',
  certainty: 'documented',
  verdict,
  reason,
  message: reason === null ? '1 observation, all in order' : `because of ${reason}`,
  check: verdict === 'not-tested' ? null : 'suites/kontrollinformasjon/golden/golden.check.ts:12',
  findings: [],
  durationMs: 1.5,
  ...changes,
})

const results: readonly Result[] = [
  result('fail', null, {
    message: `not as required: ${hostile} (x3)`,
    findings: [
      finding('the code of the error', 'breach', '/code', 'ACC-010', 'ACC-001', 'x3'),
      finding(`the text ${hostile}`, 'breach', '/message', 'a text for people', `${hostile} PartyID ${organisation}`, 'x3'),
      finding('status of the answer', 'breach', 'status', 401, 400, 'x3'),
      finding('the content type', 'note', 'header:content-type', 'application/json', 'application/json;charset=utf-8', 'x3'),
    ],
    deviation: {
      owner: 'Kari Nordmann',
      approver: `Ola ${hostile}`,
      reason: `is mended in the next version; seen with ${person}`,
      expires: '2026-11-30',
      daysLeft: 9,
      inForce: true,
    },
  }),
  result('fail', null, {
    level: 'SHOULD',
    certainty: 'inferred',
    message: `not as required: the account number of ${person} stands in the reference (x1)`,
    findings: [
      finding('accountReference is not the account number', 'breach', '/accounts/0/accountReference', 'not the account number', `ref-${blocked}-X`, 'x1'),
      finding('accountIdentifier without separators', 'breach', '/accounts/1/accountIdentifier', 'an account number, 11 digits', '1234.56.78903', 'x1'),
      finding('only these accounts', 'breach', '/accounts', [blocked], [blocked, unknownAccount], 'x1'),
      finding('the owner', 'breach', '/accounts/0/primaryOwner/identifier/value', organisation, person, 'x1'),
    ],
  }),
  result('fail', null, { message: long, findings: [finding('no answer in time', 'breach', 'outcome', 'answered', 'no answer: timeout', 'x5')] }),
  result('warn', null, {
    level: 'SHOULD',
    message: 'not as required: amounts are never negative (x2)',
    findings: [
      finding('amounts are never negative', 'breach', '/transactions/0/amount', 'at least 0', -17.5, 'x2'),
      finding('credit or debit', 'tolerated', '/transactions/0/creditDebitIndicator', ['credit', 'debit'], 'Credit', 'x2'),
      finding('a date', 'breach', '/transactions/0/bookingDate', 'yyyy-MM-ddTHH:mm:ssZ', '21.11.2026', 'x2'),
    ],
  }),
  result('warn', null, {
    certainty: 'reconstructed',
    message: 'not as required: the form of the sealed answer (x7)',
    findings: [finding('the form of the sealed answer', 'tolerated', 'content', 'sealed', 'sealed, not to be opened', 'x7')],
  }),
  result('pass', null, {
    findings: [
      finding('content type', 'note', 'header:content-type', 'application/jose', 'application/jose', 'x1'),
      finding('a header of the bank', 'note', 'header:x-request', 'anything', `a-${person}`, 'x1'),
    ],
  }),
  result('pass', null, { level: 'MAY', findings: [finding('the body is empty', 'note', 'content', 'empty', 'empty', 'x6'), finding('what the party saw', 'note', 'status', 503, 503, 'o2')] }),
  result('pass', null, { level: 'INFO', certainty: 'reconstructed' }),
  ...inconclusiveReasons.map((reason) =>
    result('inconclusive', reason, reason === 'need-not-met' ? { findings: [finding('the twin is served', 'breach', 'status', 200, 502, 'x4')] } : {}),
  ),
  ...notApplicableReasons.map((reason) => result('not-applicable', reason)),
  ...notTestedReasons.map((reason) => result('not-tested', reason)),
  result('pass', null, { area: 'konkursvarsel', requirement: 'KV-GLD-001' }),
  result('fail', null, {
    area: 'konkursvarsel',
    requirement: 'KV-GLD-002',
    message: 'an account of every type should be locked (x8)',
    findings: [finding('an account of every type should be locked', 'breach', '/accounts/0/status', 'disabled', 'enabled', 'x8')],
  }),
  result('not-tested', 'not-built-yet', { area: 'dsve', requirement: 'DSVE-GLD-001' }),
]

const count = (verdict: Verdict) => results.filter((one) => one.verdict === verdict).length

/** A window of forty requests, ten a second: a stall of a second and a half, one reset, one 429, one of another account. */
const stalled = (n: number): Partial<LoadSample> => (n >= 12 && n < 27 ? { firstByte: 2700 + n, done: 2702 + n } : {})
const odd: Readonly<Record<number, Partial<LoadSample>>> = {
  0: { connected: 1.5, secured: 4.25, written: 4.5 },
  30: { firstByte: null, done: 3021.5, status: null, bytes: 0, error: 'reset', again: true },
  31: { status: 429, bytes: 120 },
  39: { wrong: `the account is not the one that was asked for: ${blocked}` },
}
const samples = Array.from(
  { length: 40 },
  (_, n): LoadSample => ({
    n,
    kind: ['accounts', 'details', 'transactions', 'large-lists'][n % 4] ?? '',
    planned: n * 100 + 0.25,
    sent: n * 100 + 0.5,
    connected: null,
    secured: null,
    written: n * 100 + 0.75,
    firstByte: n * 100 + 20 + n / 4,
    done: n * 100 + 21 + n / 4,
    status: 200,
    bytes: 2048 + n,
    error: null,
    ...stalled(n),
    ...odd[n],
  }),
)
const loadWindow: Omit<LoadReport, 'figures'> = {
  id: 'w1',
  name: 'beside-job',
  profile: 'quick',
  part: { number: 1, of: 1 },
  ratePerSecond: 10,
  n: 40,
  seed: 20261121,
  cadence: 'fixed',
  cap: 400,
  deadlineMs: 30_000,
  mix: ['accounts', 'details', 'transactions', 'large-lists'].map((name) => ({ name, count: 10, isJob: name === 'large-lists' })),
  startedAt: '2026-11-21T12:00:10.000Z',
  durationMs: 3931.123456,
  floorMs: 0.31,
  whole: true,
  compared: 29,
  generator: { loopDelayP99: 1.25, loopDelayMax: 2.5, mostConcurrent: 16, connections: 17 },
}
const loadReport: LoadReport = {
  ...loadWindow,
  figures: {
    n: 30,
    slow: 10,
    failed: 1,
    limitMs: 500,
    share: 0.01,
    passIfAtMost: null,
    failIfAtLeast: 2,
    decision: 'fail',
    said: '10 of 30 were slow; 2 are enough to say that more than 1 % are',
    bounds: { lower: 0.192, upper: 0.499 },
    latency: { p50: 25.5, p90: 1302, p95: 1405, p99: 1502, max: 1502 },
    episodes: 2,
    dispersion: 4.2,
    statuses: { 200: 29 },
    errors: { reset: 1 },
    generator: { lagP99: 0.25, lagMax: 0.25, unsent: 0, achievedPerSecond: 10, problems: [] },
  },
}

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
