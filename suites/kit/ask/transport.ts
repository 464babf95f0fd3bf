import { Agent, request as send } from 'undici'
import type { Answered, Headers, Silent } from '../../../contracts/report/evidence.ts'
import type { Room } from './holding.ts'
import { largestAnswer, largestHead, largestRead, mostInterim } from './limits.ts'
import { causeOf, connecting, connectingAsBefore } from './network.ts'
import { readBody, TooLarge } from './read-body.ts'

/** Bytes over TLS, and every way in which they can fail to come. No redirect is followed, and no coding undone. */

interface WireRequest {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body?: string
  /** On a connection that nothing else uses. */
  readonly alone?: boolean
  /** With TLS 1.1 at the most, which a server of today refuses. */
  readonly oldTls?: boolean
}
export type WireAnswer = Omit<Answered, 'content'> | Silent

export interface Transport {
  send(request: WireRequest, bounds?: Partial<Bounds>): Promise<WireAnswer>
  close(): Promise<void>
}

/** What this one exchange may take. */
interface Bounds {
  /** Covers the whole exchange, and not only the pauses in it: a byte a second is no answer. */
  readonly deadlineMs: number
  /** Of the body; its beginning is given in any case, and marked as cut. */
  readonly room: Room
}

interface TransportOptions {
  readonly trust: readonly string[]
  /** PEM, for a server that demands one. */
  readonly clientCertificate?: { readonly certificate: string; readonly key: string } | null
  readonly deadlineMs: number
  /** Ends every exchange at once; it then counts as never asked. */
  readonly interrupt: AbortSignal
}

/** Nothing of ours undoes a coding, and without this header a server may choose one (RFC 9110 §12.5.3). */
export const uncoded = { 'Accept-Encoding': 'identity' } as const

export function openTransport(options: TransportOptions): Transport {
  const connect = connecting(options)
  const agent = new Agent({ connect, keepAliveTimeout: 4000, maxHeaderSize: largestHead })
  const fresh = new Agent({ connect, pipelining: 0, maxHeaderSize: largestHead })
  let old: Agent | undefined
  const withOldTls = () => {
    old ??= new Agent({ connect: connectingAsBefore(options), pipelining: 0, maxHeaderSize: largestHead })
    return old
  }
  return {
    send: async (request, { deadlineMs = options.deadlineMs, room = wide } = {}) => {
      const attempt = { request, deadlineMs, room, interrupt: options.interrupt }
      const deadline = AbortSignal.timeout(deadlineMs)
      if (request.oldTls === true) return (await exchange(attempt, withOldTls(), deadline)).answer
      const first = await exchange(attempt, request.alone === true ? fresh : agent, deadline)
      // A server may close an idle connection at any time, and the question then crosses the closing (RFC 9112 §9.3).
      return first.crossed ? (await exchange(attempt, fresh, deadline)).answer : first.answer
    },
    close: async () => {
      await Promise.all([agent.destroy(), fresh.destroy(), old?.destroy()])
    },
  }
}

/** Of a single answer, with no run around it. */
const wide: Room = { holdUpTo: largestRead, readUpTo: largestAnswer }

interface Attempt extends Bounds {
  readonly request: WireRequest
  readonly interrupt: AbortSignal
}

async function exchange(
  { request: { url, method, headers, body: sent }, deadlineMs, room, interrupt }: Attempt,
  dispatcher: Agent,
  deadline: AbortSignal,
): Promise<{ readonly answer: WireAnswer; readonly crossed: boolean }> {
  const interim = countInterim()
  const signal = AbortSignal.any([deadline, interrupt, interim.flood])
  const asked = {
    method,
    headers: { ...uncoded, ...headers },
    body: sent ?? null,
    dispatcher,
    signal,
    onInfo: interim.onInfo,
  }
  let status: number | null = null
  try {
    const { statusCode, headers: received, body } = await send(url, asked)
    status = statusCode
    const got = joined(received)
    const read = await readBody(body, room, lengthOf(got))
    return { answer: { kind: 'answered', status, headers: got, body: read }, crossed: false }
  } catch (error) {
    interrupt.throwIfAborted()
    const { why, detail } = silenceOf(interim.flood.aborted ? interim.flood.reason : error, deadlineMs)
    const begun = status === null ? '' : ` (it began with status ${status})`
    const answer = { kind: 'silent', why, detail: detail + begun } as const
    return { answer, crossed: why === 'reset' && status === null }
  }
}

/** Each 1xx begins the waiting anew for most readers: without an end to them a bank could keep one for ever. */
function countInterim(): { readonly flood: AbortSignal; readonly onInfo: () => void } {
  const controller = new AbortController()
  let count = 0
  return {
    flood: controller.signal,
    onInfo: () => {
      count += 1
      if (count > mostInterim) controller.abort(new Error(`more than ${mostInterim} interim (1xx) answers`))
    },
  }
}

/** Lower-case names. A name may be `__proto__`, which only `fromEntries` takes for a name. */
function joined(headers: Record<string, string | string[] | undefined>): Headers {
  const entries = Object.entries(headers).filter(
    (entry): entry is [string, string | string[]] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]))
}

const lengthOf = ({ 'content-length': length = '' }: Headers) => (/^\d+$/.test(length) ? Number(length) : null)

function silenceOf(error: unknown, deadlineMs: number): Omit<Silent, 'kind'> {
  if (error instanceof TooLarge) return { why: 'too-large', detail: error.message }
  const { why, detail } = causeOf(error)
  if (why === 'timeout') return { why, detail: `no whole answer within ${deadlineMs} ms` }
  const [, known] = refusals.find(([pattern]) => pattern.test(detail)) ?? []
  return known === undefined ? { why, detail } : { why: 'protocol', detail: known }
}

/** What the client refuses, in words; it calls some of it a broken socket. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/^UND_ERR_HEADERS_OVERFLOW/, `headers of more than ${largestHead} bytes`],
  [/^UND_ERR_SOCKET: bad response/, 'an interim answer that nobody asked for (100 Continue)'],
  [/^UND_ERR_SOCKET: bad upgrade/, 'a change of protocol that nobody asked for'],
]
