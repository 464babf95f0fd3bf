import { Agent, request } from 'undici'

/** How the bank calls Brreg: one GET, with a deadline and a limit, and no redirects. */
export interface Http {
  /** Throws on silence, on an answer beyond the limit, and on one that ends too early. */
  get(url: string, signal: AbortSignal): Promise<HttpAnswer>
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
}

/** A year of notices is 5 MB. */
const largest = 64 * 1024 * 1024

export function createHttp({ cert, key, ca, more }: Connection, deadlineMs: number): Http {
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
  return {
    async get(url, signal) {
      const deadline = AbortSignal.any([AbortSignal.timeout(deadlineMs), signal])
      const headers = { Accept: 'application/json' }
      const { statusCode, headers: came, body } = await request(url, { dispatcher: agent, signal: deadline, headers })
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of body as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > largest) throw new Error(`The answer is larger than ${largest} bytes`)
        chunks.push(chunk)
      }
      const retryAfter = came['retry-after']
      return {
        status: statusCode,
        retryAfter: typeof retryAfter === 'string' ? retryAfter : null,
        bytes: Buffer.concat(chunks),
      }
    },
    close: () => agent.destroy(),
  }
}
