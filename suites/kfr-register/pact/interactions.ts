import { MatchersV3 } from '@pact-foundation/pact'
import { writeForm } from '../../../contracts/kfr/batch/multipart.ts'
import { errorMessages, type KfrCode } from '../../../contracts/kfr/errors.ts'
import { paths } from '../../../contracts/kfr/operations.ts'
import type { Relation } from '../../../contracts/kfr/wire.ts'
import type { Parsed } from '../../../contracts/parsed.ts'
import {
  type Answer,
  type BankClient,
  type BosidenClient,
  bankHeaders,
  bosidenHeaders,
  bosidenQuery,
  examples,
} from './client.ts'
import { type State, states } from './states.ts'

/** What callers need of the register: one row is one question, the state it is put in, and as much of the answer as is used. */
export interface Interaction<Client> {
  readonly description: string
  readonly state: State
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly sends?: { readonly contentType: string; readonly body: Buffer }
  readonly status: number
  readonly body?: object
  /** Whether the answer bears the id of the request. */
  readonly echoes?: true
  /** Whether our client makes of the answer what it should. */
  readonly reads: (client: Client) => Promise<boolean>
}

const { eachLike, regex, boolean, like } = MatchersV3

/** Synthetic. */
export const customer = '01865210090'
const list = `${customer}#2020-01-31,41845510057`

const error = (code: KfrCode) => ({
  errorCode: regex(`^${code}$`, code),
  errorMessage: like(errorMessages[code]),
  timestamp: regex('^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}.*$', '2018-02-05T12:54:12Z'),
})
const row = {
  organizationID: regex('^\\d{9}$', '920426530'),
  bankName: like('SPAREBANK 1 ØSTLANDET'),
  activeAccount: boolean(false),
}

const relationship = paths.relationship(examples.institution)
const own = paths.own(examples.institution)

const isAnswered = (answer: Answer, status: number, code: KfrCode | null = null) =>
  answer.status === status && answer.code === code && answer.correlation === examples.correlation
const hasRows = (found: Parsed<readonly Relation[]> | Answer, count: number) =>
  'ok' in found && found.ok && found.value.length === count
const isRefused = (found: Parsed<readonly Relation[]> | Answer, status: number, code: KfrCode | null) =>
  'status' in found && found.status === status && (code === null || found.code === code)

export const ofBank: readonly Interaction<BankClient>[] = [
  {
    ...{ description: 'the report of a new customer', state: states.unknown, method: 'POST', path: relationship },
    ...{ headers: bankHeaders(customer), status: 201, echoes: true },
    reads: async (client) => isAnswered(await client.add(customer), 201),
  },
  {
    ...{ description: 'the report of a customer again', state: states.active, method: 'POST', path: relationship },
    ...{ headers: bankHeaders(customer), status: 200, echoes: true },
    reads: async (client) => isAnswered(await client.add(customer), 200),
  },
  {
    ...{ description: 'the end of a relationship', state: states.active, method: 'DELETE', path: relationship },
    ...{ headers: bankHeaders(customer), status: 204, echoes: true },
    reads: async (client) => isAnswered(await client.end(customer), 204),
  },
  {
    ...{ description: 'the end of what there is not', state: states.unknown, method: 'DELETE', path: relationship },
    ...{ headers: bankHeaders(customer), status: 404, echoes: true, body: error('KFR-008') },
    reads: async (client) => isAnswered(await client.end(customer), 404, 'KFR-008'),
  },
  {
    ...{ description: 'a customer number that is none', state: states.unknown, method: 'POST', path: relationship },
    ...{ headers: bankHeaders('12345678'), status: 400, echoes: true, body: error('KFR-005') },
    reads: async (client) => isAnswered(await client.add('12345678'), 400, 'KFR-005'),
  },
  {
    ...{ description: 'a report without a token', state: states.unknown, method: 'POST', path: relationship },
    headers: withoutToken(bankHeaders(customer)),
    ...{ status: 401, echoes: true, body: error('KFR-001') },
    reads: async (client) => isAnswered(await client.addWithoutToken(customer), 401, 'KFR-001'),
  },
  {
    ...{ description: 'a batch', state: states.unknown, method: 'POST', path: paths.batch(examples.institution) },
    ...{ headers: bankHeaders(), sends: writeForm({ list, boundary: examples.boundary }), status: 201, echoes: true },
    reads: async (client) => isAnswered(await client.batch(list), 201),
  },
  {
    ...{ description: 'the own look-up of a customer', state: states.active, method: 'GET', path: own },
    ...{ headers: bankHeaders(customer), status: 200, body: { banks: eachLike(row) } },
    reads: async (client) => hasRows(await client.own(customer), 1),
  },
  {
    ...{ description: 'the own look-up of a stranger', state: states.unknown, method: 'GET', path: own },
    ...{ headers: bankHeaders(customer), status: 200, body: { banks: [] } },
    reads: async (client) => hasRows(await client.own(customer), 0),
  },
]

function withoutToken({ Authorization: _token, ...headers }: ReturnType<typeof bankHeaders>) {
  return headers
}

const lookUp = { method: 'GET', path: paths.relationships, query: bosidenQuery } as const
const owned = { ...row, ownershipType: regex('^(primaryOwner|unknown)$', 'unknown') }

export const ofBosiden: readonly Interaction<BosidenClient>[] = [
  {
    ...{ ...lookUp, description: 'where a debtor is a customer', state: states.activeThen },
    ...{ headers: bosidenHeaders(customer), status: 200, body: { banks: eachLike(owned) } },
    reads: async (client) => hasRows(await client.relationships(customer), 1),
  },
  {
    ...{ ...lookUp, description: 'where a debtor is a customer who is none anywhere', state: states.unknown },
    ...{ headers: bosidenHeaders('310000183'), status: 200, body: { banks: [] } },
    reads: async (client) => hasRows(await client.relationships('310000183'), 0),
  },
  {
    ...{ ...lookUp, description: 'a debtor whose number is none', state: states.unknown },
    ...{ headers: bosidenHeaders('12345678'), status: 400, body: error('ERR-002') },
    reads: async (client) => isRefused(await client.relationships('12345678'), 400, 'ERR-002'),
  },
  {
    ...{ ...lookUp, description: 'where a debtor is a customer, while KAR is silent', state: states.karSilent },
    // Which code it has is not documented.
    ...{ headers: bosidenHeaders(customer), status: 504 },
    reads: async (client) => isRefused(await client.relationships(customer), 504, null),
  },
]
