import { Agent, request } from 'undici'
import { readWithin } from '../../http/read-within.ts'

/** How the bank calls Brreg: one request, with a deadline and a limit, and no redirects. */
export interface Http {
  /** Throws on silence, on an answer beyond the limit, and on one that ends too early. */
  get(url: string, signal: AbortSignal): Promise<HttpAnswer>
  /** As nobody lawful does. */
  send(method: 'POST' | 'HEAD', url: string, signal: AbortSignal): Promise<HttpAnswer>
  close(): Promise<void>
}

export interface HttpAnswer {
  readonly status: number
  readonly retryAfter: string | null
  readonly bytes: Uint8Array
}

/** As whom, and whom to trust. */
export interface Connection {
  /** PEM. Null where the bank shows no certificate, which only a fault does. */
  readonly cert: string | null
  readonly key: string | null
  readonly ca: readonly string[]
  /** What only a fault sets. */
  readonly more?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/** A year of notices is 5 MB. */
const largest = 64 * 1024 * 1024

export function createHttp({ cert, key, ca, more, headers: extra }: Connection, deadlineMs: number): Http {
  // A connection for each call: fifteen minutes lie between two, and each shows the certificate anew.
  const agent = new Agent({
    pipelining: 0,
    maxCachedSessions: 0,
    connect: {
      minVersion: 'TLSv1.2',
      ...(ca.length > 0 ? { ca: [...ca] } : {}),
      ...(cert === null || key === null ? {} : { cert, key }),
      ...more,
    },
  })
  const call = async (method: 'GET' | 'POST' | 'HEAD', url: string, signal: AbortSignal): Promise<HttpAnswer> => {
    const deadline = AbortSignal.any([AbortSignal.timeout(deadlineMs), signal])
    const headers = { Accept: 'application/json', ...extra }
    const options = { dispatcher: agent, method, signal: deadline, headers }
    const { statusCode, headers: came, body } = await request(url, options)
    const bytes = await readWithin(body, largest)
    const retryAfter = came['retry-after']
    return {
      status: statusCode,
      retryAfter: typeof retryAfter === 'string' ? retryAfter : null,
      bytes,
    }
  }
  return {
    get: (url, signal) => call('GET', url, signal),
    send: call,
    close: () => agent.destroy(),
  }
}
