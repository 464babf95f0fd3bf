import { request } from 'undici'
import { writeForm } from '../../../contracts/kfr/batch/multipart.ts'
import { bankruptcyMandate, headerNames, paths, queryNames } from '../../../contracts/kfr/operations.ts'
import { parseRelations, type Relation } from '../../../contracts/kfr/wire.ts'
import type { Parsed } from '../../../contracts/parsed.ts'

/** Small clients of the register, as a bank and as bosiden have one: the contracts say what they send and read. */

export interface Answer {
  readonly status: number
  /** `errorCode` of an error. */
  readonly code: string | null
  readonly correlation: string | null
}

export interface BankClient {
  add(customer: string): Promise<Answer>
  end(customer: string): Promise<Answer>
  batch(list: string): Promise<Answer>
  own(customer: string): Promise<Parsed<readonly Relation[]> | Answer>
  /** As if its token had been forgotten. */
  addWithoutToken(customer: string): Promise<Answer>
}

export interface BosidenClient {
  relationships(customer: string): Promise<Parsed<readonly Relation[]> | Answer>
}

/** What stands in the contracts where a caller puts its own. */
export const examples = {
  token: 'Bearer token',
  correlation: '7b0c7c52-54ab-4c5f-9a43-8a1f2f2c5d11',
  inquiry: '2f6a1a1c-7b55-4a3f-b0ab-4f1a3c9f7e20',
  institution: '314703103',
  boundary: '873380600719114776488944',
} as const

const longestWaitMs = 10_000
type Headers = Readonly<Record<string, string>>

async function ask(url: string, method: 'GET' | 'POST' | 'DELETE', headers: Headers, body?: Buffer) {
  const signal = AbortSignal.timeout(longestWaitMs)
  const answer = await request(url, { method, headers, signal, ...(body === undefined ? {} : { body }) })
  const text = await answer.body.text()
  return { status: answer.statusCode, headers: answer.headers, text }
}

type Asked = Awaited<ReturnType<typeof ask>>

const answerOf = ({ status, headers, text }: Asked): Answer => ({
  status,
  code: status < 400 || text === '' ? null : (JSON.parse(text).errorCode ?? null),
  correlation: [headers.correlationid ?? []].flat()[0] ?? null,
})

const readRows = (asked: Asked) => (asked.status === 200 ? parseRelations(JSON.parse(asked.text)) : answerOf(asked))

export const bankHeaders = (customer?: string) => ({
  Authorization: examples.token,
  [headerNames.correlation]: examples.correlation,
  ...(customer === undefined ? {} : { [headerNames.customer]: customer }),
})

export function bankAt(baseUrl: string): BankClient {
  const { institution } = examples
  const single =
    (method: 'POST' | 'DELETE', headersOf = bankHeaders) =>
    async (customer: string) =>
      answerOf(await ask(`${baseUrl}${paths.relationship(institution)}`, method, headersOf(customer)))
  return {
    add: single('POST'),
    end: single('DELETE'),
    addWithoutToken: single('POST', (customer) => {
      const { Authorization: _token, ...headers } = bankHeaders(customer)
      return headers as ReturnType<typeof bankHeaders>
    }),
    async batch(list) {
      const { contentType, body } = writeForm({ list, boundary: examples.boundary })
      const headers = { ...bankHeaders(), 'Content-Type': contentType }
      return answerOf(await ask(`${baseUrl}${paths.batch(institution)}`, 'POST', headers, body))
    },
    own: async (customer) => readRows(await ask(`${baseUrl}${paths.own(institution)}`, 'GET', bankHeaders(customer))),
  }
}

export const bosidenHeaders = (customer: string) => ({
  Authorization: examples.token,
  [headerNames.correlation]: examples.correlation,
  [headerNames.inquiry]: examples.inquiry,
  [headerNames.mandate]: bankruptcyMandate.encoded,
  [headerNames.customer]: customer,
  Accept: 'application/json',
})

/** Whom Konkursregisteret asks about: who owns an account today, or did in the last year (SOL). */
export const bosidenQuery = { [queryNames.from]: '2026-01-01', [queryNames.to]: '2026-01-31', onlyPrimaryOwner: 'TRUE' }

export function bosidenAt(baseUrl: string): BosidenClient {
  const url = `${baseUrl}${paths.relationships}?${new URLSearchParams(bosidenQuery)}`
  return { relationships: async (customer) => readRows(await ask(url, 'GET', bosidenHeaders(customer))) }
}
