import { Agent, request as send } from 'undici'
import type { Answered, Headers, Silent } from '../../../contracts/report/evidence.ts'
import { causeOf, trusting } from './network.ts'

/** Bytes over TLS, and every way in which they can fail to come. */

export interface WireRequest {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body?: string
  /** On a connection that nothing else uses. */
  readonly alone?: boolean
}
export type WireAnswer = Omit<Answered, 'content'> | Silent

/** An answer above this is not read to its end. */
export const largestAnswer = 64 * 1024 * 1024

export interface Transport {
  send(request: WireRequest): Promise<WireAnswer>
  close(): Promise<void>
}

/** The deadline covers the whole exchange, and not only the pauses in it: a byte a second is no answer. */
export interface TransportOptions {
  readonly trust: readonly string[]
  readonly deadlineMs: number
  /** Ends every exchange at once; it then counts as never asked. */
  readonly interrupt: AbortSignal
}

export function openTransport(options: TransportOptions): Transport {
  const connect = { ca: trusting(options.trust) }
  const agent = new Agent({ connect, keepAliveTimeout: 4000 })
  const fresh = new Agent({ connect, pipelining: 0 })
  return {
    send: async (request) => {
      const deadline = AbortSignal.timeout(options.deadlineMs)
      const answer = await exchange(request, request.alone === true ? fresh : agent, options, deadline)
      // A server may close an idle connection at any time, and the question then crosses the closing (RFC 9112 §9.3).
      const crossed = answer.kind === 'silent' && answer.why === 'reset'
      return crossed ? exchange(request, fresh, options, deadline) : answer
    },
    close: async () => {
      await Promise.all([agent.destroy(), fresh.destroy()])
    },
  }
}

async function exchange(
  { url, method, headers, body: sent }: WireRequest,
  dispatcher: Agent,
  { deadlineMs, interrupt }: TransportOptions,
  deadline: AbortSignal,
): Promise<WireAnswer> {
  const signal = AbortSignal.any([deadline, interrupt])
  // Nothing of ours undoes a coding, and without this header a server may choose one (RFC 9110 §12.5.3).
  const coded = { 'Accept-Encoding': 'identity', ...headers }
  const asked = { method, headers: coded, body: sent ?? null, dispatcher, signal }
  try {
    const { statusCode, headers: received, body } = await send(url, asked)
    const bytes = await readAll(body)
    if (bytes === null) return { kind: 'silent', why: 'too-large', detail: `more than ${largestAnswer} bytes` }
    return {
      kind: 'answered',
      status: statusCode,
      headers: joined(received),
      body: { text: bytes.toString('utf8'), bytes: bytes.length },
    }
  } catch (error) {
    interrupt.throwIfAborted()
    return silence(error, deadlineMs)
  }
}

async function readAll(body: AsyncIterable<Uint8Array> & { destroy(): unknown }): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > largestAnswer) {
      body.destroy()
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function joined(headers: Record<string, string | string[] | undefined>): Headers {
  const entries = Object.entries(headers).filter(
    (entry): entry is [string, string | string[]] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]))
}

function silence(error: unknown, deadlineMs: number): Silent {
  const { why, detail } = causeOf(error)
  return { kind: 'silent', why, detail: why === 'timeout' ? `no whole answer within ${deadlineMs} ms` : detail }
}
