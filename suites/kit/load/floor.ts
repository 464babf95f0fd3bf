import { connect as connectTcp } from 'node:net'

/** One round trip to a server, about: the quickest of several connections, without TLS. Null when none stood. */

const knocks = 5

export async function floorOf({ hostname, port, protocol }: URL, deadlineMs: number): Promise<number | null> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const to = { host, port: Number(port || (protocol === 'http:' ? 80 : 443)) }
  let best: number | null = null
  for (let knock = 0; knock < knocks; knock++) {
    const took = await new Promise<number | null>((resolve) => {
      const begun = performance.now()
      const socket = connectTcp(to)
      const end = (value: number | null) => {
        socket.destroy()
        resolve(value)
      }
      socket.setTimeout(Math.min(deadlineMs, 2000), () => end(null))
      socket.once('connect', () => end(performance.now() - begun)).once('error', () => end(null))
    })
    if (took === null) return best
    best = best === null ? took : Math.min(best, took)
  }
  return best
}
