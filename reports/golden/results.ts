import { allInOrder } from '../../contracts/report/observations.ts'
import type { Finding, Result } from '../../contracts/report/report.ts'
import { inconclusiveReasons, notApplicableReasons, notTestedReasons, type Reason, type Verdict, type Weight } from '../../contracts/report/verdict.ts'
import { blocked, hostile, long, organisation, person, unknownAccount } from './words.ts'

/** A result of every verdict, and of every reason for it. */

const finding = (what: string, weight: Weight, at: string, expected: unknown, actual: unknown, id: string): Finding => ({ what, weight, expected, actual, at, exchange: id })

let rows = 0
const result = (verdict: Verdict, reason: Reason | null, changes: Partial<Result> = {}): Result => ({
  requirement: `KI-GLD-${String(++rows).padStart(3, '0')}`,
  area: 'kontrollinformasjon',
  level: 'MUST',
  certainty: 'documented',
  verdict,
  reason,
  message: reason === null ? allInOrder(1) : `because of ${reason}`,
  check: verdict === 'not-tested' ? null : 'suites/kontrollinformasjon/golden/golden.check.ts:12',
  findings: [],
  durationMs: 1.5,
  ...changes,
})

export const results: readonly Result[] = [
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
