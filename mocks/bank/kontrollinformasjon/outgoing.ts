import { Agent, request } from 'undici'
import { readWithin } from '../../http/read-within.ts'

/** How the bank calls others: one GET, a deadline, a limit, no redirects, and only roots that it was told to trust. */
export interface Outgoing {
  /** Throws on an address that is no https URL, on silence, and on an answer beyond the limit. */
  get(url: string): Promise<{ readonly status: number; readonly text: string }>
  close(): Promise<void>
}

interface OutgoingOptions {
  /** PEM roots; with none, those of Node. */
  readonly trust: readonly string[]
  /** Milliseconds for the whole call. Default 5000. */
  readonly deadline?: number
  /** Bytes of an answer. Default 256 kB: certificates and key sets are far smaller. */
  readonly limit?: number
}

export function createOutgoing({ trust, deadline = 5000, limit = 262_144 }: OutgoingOptions): Outgoing {
  const agent = new Agent({ connect: trust.length > 0 ? { ca: [...trust] } : {} })
  return {
    async get(url) {
      if (!URL.canParse(url) || new URL(url).protocol !== 'https:') throw new Error('The address is no https URL')
      const { statusCode, body } = await request(url, { dispatcher: agent, signal: AbortSignal.timeout(deadline) })
      return { status: statusCode, text: (await readWithin(body, limit)).toString() }
    },
    close: () => agent.destroy(),
  }
}
