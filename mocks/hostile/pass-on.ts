import type { IncomingMessage, ServerResponse } from 'node:http'
import { Agent, request } from 'node:https'

/** The bank behind the hostile one: what is not chosen for hostility goes there, and comes back as it is. */
export interface Upstream {
  /** Its origin, `https://host:port`. */
  readonly url: string
  /** PEM certificates that its own may chain to. */
  readonly trust: readonly string[]
}

export interface Passage {
  passOn(incoming: IncomingMessage, outgoing: ServerResponse, endAfter: boolean): void
  close(): void
}

export function openPassage({ url, trust }: Upstream): Passage {
  const agent = new Agent({ ca: [...trust], keepAlive: true })
  const { hostname, port } = new URL(url)
  return {
    passOn(incoming, outgoing, endAfter) {
      // As they stood: two headers of one name, and an odd spelling, are what some questions are about.
      const { method, rawHeaders, url: path } = incoming
      const behind = request({ agent, host: hostname, port, method, path, headers: rawHeaders }, (answer) => {
        const ending = endAfter ? ['Connection', 'close'] : []
        outgoing.writeHead(answer.statusCode ?? 502, [...withoutConnection(answer.rawHeaders), ...ending])
        answer.pipe(outgoing)
      })
      behind.on('error', () => outgoing.destroy())
      outgoing.on('close', () => behind.destroy())
      incoming.pipe(behind)
    },
    close: () => agent.destroy(),
  }
}

/** Those two speak of one connection only (RFC 9110 §7.6.1), and this is another. */
function withoutConnection(raw: readonly string[]): readonly string[] {
  const pairs = raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []))
  return pairs.filter(([name]) => !/^(connection|keep-alive)$/i.test(name)).flat()
}
