import { Agent, request } from 'node:https'
import { rootCertificates } from 'node:tls'

/** What Fjordbanken fetches itself: keys of Maskinporten, certificates of CertPub. */
export interface Outgoing {
  /** Follows no redirect (CP-17). Rejects when nobody answers in time, or answers without end. */
  get(url: string): Promise<{ readonly status: number; readonly text: string }>
  close(): void
}

const patienceMs = 5000
const longest = 1_000_000

/** `trust` are PEM roots beside the public ones. */
export function createOutgoing(trust: readonly string[]): Outgoing {
  const agent = new Agent({ ca: [...rootCertificates, ...trust], keepAlive: true, maxSockets: 8 })
  return { get: (url) => get(url, agent), close: () => agent.destroy() }
}

function get(url: string, agent: Agent): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    // The signal counts from the first byte out to the last byte in.
    const outgoing = request(url, { agent, signal: AbortSignal.timeout(patienceMs) }, (answer) => {
      const chunks: Buffer[] = []
      let length = 0
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > longest) outgoing.destroy(new Error(`more than ${longest} bytes`))
        else chunks.push(chunk)
      })
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      )
      answer.once('error', reject)
    })
    outgoing.once('error', reject)
    outgoing.end()
  })
}
