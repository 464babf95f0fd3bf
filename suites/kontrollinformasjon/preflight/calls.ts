import { randomUUID } from 'node:crypto'
import type { SeenRequest } from '../../../contracts/control/protocol.ts'
import { type DebtorName, debtorNames } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { legalMandate } from '../../../contracts/kontrollinformasjon/profile.ts'
import { addressOf } from '../../kit/ask/address.ts'
import type { Request } from '../../kit/ask/request.ts'
import { openTransport, type Transport, type WireAnswer } from '../../kit/ask/transport.ts'
import type { Target } from '../../kit/target.ts'
import { caseOf } from '../bosiden.ts'

/**
 * A few calls before the first question. Nothing of them is recorded, their ids are drawn at random, and none of them
 * makes a bank seal: whoever seals fetches the certificate from CertPub, and KI-ENC-012 needs a bank that holds none.
 * Keys of Maskinporten are fetched, which no requirement minds.
 */
export interface Calls {
  /** Whom the lawful call was about; null when the configuration has nobody. */
  readonly about: DebtorName | null
  /** The list, as plain JSON; an account of nobody where plain JSON cannot be had. */
  readonly lawful: WireAnswer
  readonly isList: boolean
  /** The same without a token, details of nobody's account, and a path of nothing. */
  readonly others: readonly WireAnswer[]
  /** What reached the parties meanwhile. */
  readonly fetched: readonly SeenRequest[]
  /** When the lawful answer came, milliseconds since 1970. */
  readonly at: number
  /** How long each answer was waited for at the most, in milliseconds. */
  readonly withinMs: number
}

/** Longest wait for these answers: a bank that is slower is not stopped by it, and only tells less. */
export const callsWithinMs = 5000
const longestWait = ({ deadlineMs }: Target) => Math.min(callsWithinMs, deadlineMs)
/** Of an answer to them; the rest is not looked at. */
const room = { holdUpTo: 64 * 1024, readUpTo: 1024 * 1024 }

export async function putCalls(target: Target, token: string): Promise<Calls> {
  const about = debtorNames.find((name) => target.fixtures[name] !== undefined) ?? null
  const isList = about !== null && target.capabilities.plainJson !== false
  const list = about === null ? null : plain(caseOf(target, about).list)
  const nobodys = details(target)
  const lawful = isList && list !== null ? list : nobodys
  return withTransport(target, async (put) => {
    const { cursor } = await target.control.observed({ after: 0 })
    const [{ answer, at }, ...others] = await Promise.all([
      put(lawful, token),
      put(lawful, null),
      put(nobodys, token),
      put({ ...nobodys, path: `/${randomUUID()}` }, token),
    ])
    const { seen } = await target.control.observed({ after: cursor })
    const withinMs = longestWait(target)
    return { about, isList, lawful: answer, at, others: others.map((one) => one.answer), fetched: seen, withinMs }
  })
}

/** One call more, sealed or with another token; `fetched` is what reached the parties because of it. */
export async function putOne(target: Target, token: string, accept: string) {
  const about = debtorNames.find((name) => target.fixtures[name] !== undefined)
  if (about === undefined) return null
  const { list } = caseOf(target, about)
  return withTransport(target, async (put) => {
    const { cursor } = await target.control.observed({ after: 0 })
    const { answer } = await put({ ...list, headers: { ...list.headers, Accept: accept } }, token)
    const { seen } = await target.control.observed({ after: cursor })
    return { about, answer, fetched: seen }
  })
}

type Put = (request: Request, token: string | null) => Promise<{ readonly answer: WireAnswer; readonly at: number }>

async function withTransport<T>(target: Target, work: (put: Put) => Promise<T>): Promise<T> {
  const deadlineMs = longestWait(target)
  const transport = openTransport({ ...target, deadlineMs, interrupt: new AbortController().signal })
  try {
    return await work((request, token) => send(transport, target, request, token))
  } finally {
    await transport.close()
  }
}

async function send(transport: Transport, { baseUrl }: Target, request: Request, token: string | null) {
  const query = new URLSearchParams(request.query).toString()
  const ids = { CorrelationID: randomUUID(), AccountInfoRequestID: randomUUID() }
  const wire = {
    url: `${addressOf(baseUrl, request.path)}${query === '' ? '' : `?${query}`}`,
    method: 'GET',
    headers: { ...request.headers, ...ids, ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
  }
  const answer = await transport.send(wire, { room })
  return { answer, at: Date.now() }
}

const plain = (request: Request): Request => ({
  ...request,
  headers: { ...request.headers, Accept: 'application/json' },
})

/** Well formed, and of nobody's account. */
const details = ({ day }: Target): Request => ({
  method: 'GET',
  path: `/accounts/${randomUUID()}`,
  query: { fromDate: day, toDate: day },
  headers: { Accept: 'application/json', 'Legal-Mandate': encodeURIComponent(legalMandate) },
  token: {},
  invents: {},
})
