import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { Agent, request } from 'undici'
import { isLoopback } from '../../contracts/control/http-guard.ts'
import { readWithin } from './read-within.ts'

/** How a party calls somebody: a deadline, a limit, no redirects; https, or http on this machine. */
export interface Outgoing {
  /** Rejects when nobody answers in time, when the answer is too large, and on an address that may not be called. */
  send(url: string, call?: Call): Promise<Received>
  close(): Promise<void>
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'DELETE' | 'PUT'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Milliseconds for the whole call. Default 10,000. */
  readonly deadlineMs?: number
}

export interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
}

interface OutgoingOptions {
  /** PEM roots beside the public ones. */
  readonly trust: readonly string[]
  /** Bytes of an answer. Default 16 MiB. */
  readonly limit?: number
  /** What only a fault sets, of the connection. */
  readonly more?: Readonly<Record<string, unknown>>
}

export function createOutgoing({ trust, limit = 16 * 1024 * 1024, more = {} }: OutgoingOptions): Outgoing {
  const agent = new Agent({ connect: { secureContext: contextWith(trust), ...more } })
  return {
    async send(url, { method = 'GET', headers = {}, body, deadlineMs = 10_000 } = {}) {
      requireCallable(url)
      const options = { method, headers, dispatcher: agent, signal: AbortSignal.timeout(deadlineMs) }
      const answer = await request(url, body === undefined ? options : { ...options, body })
      const whole = await readWithin(answer.body, limit)
      return { status: answer.statusCode, headers: answer.headers, body: whole }
    },
    close: () => agent.destroy(),
  }
}

/** Reading all public roots takes as long as many calls, and every connection would do it again. */
const contexts = new Map<string, SecureContext>()

function contextWith(trust: readonly string[]): SecureContext {
  const key = trust.join('\n')
  const context = contexts.get(key) ?? createSecureContext({ ca: [...rootCertificates, ...trust] })
  contexts.set(key, context)
  return context
}

/** Throws an Error that says which addresses may be called. */
export function requireCallable(url: string): void {
  const parsed = URL.parse(url)
  const isHere = parsed?.protocol === 'http:' && isLoopback(parsed.hostname.replace(/^\[|\]$/g, ''))
  if (parsed?.protocol === 'https:' || isHere) return
  throw new Error('the address is no https URL; http is for this machine only')
}
