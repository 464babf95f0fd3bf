import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import type { BrregSighting } from '../../contracts/konkursvarsel/sighting.ts'
import { whyNoHandshake } from '../http/handshakes.ts'
import type { Traffic } from '../http/traffic.ts'
import { callerOf, noConnection } from '../tls/caller.ts'
import { read } from './paths.ts'
import { decodedOnce } from './since.ts'

/** What came, and was no request that a part could answer. */

const now = () => new Date().toISOString()

/** A connection on which nothing was asked. `reason` is null where TLS was agreed on. */
export function tellNoRequest(traffic: Traffic, tls: BrregSighting['tls'], reason: string | null): void {
  const said =
    reason !== null
      ? whyNoHandshake(reason)
      : tls.certificate === null
        ? 'no client certificate, and so no connection (KV-001)'
        : 'the caller ended the connection before it asked anything'
  traffic.record({
    party: 'brreg',
    at: now(),
    method: 'TLS',
    path: '',
    status: 0,
    said,
    brreg: { asked: 'handshake', tls },
  })
}

/** Bytes that are not HTTP, such as a path with a raw space (KV-014): of them as much is told as can be read. */
export function tellUnreadable(traffic: Traffic, error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { rawPacket } = error as { rawPacket?: Buffer }
  const [line = ''] = (rawPacket ?? Buffer.alloc(0)).subarray(0, 2000).toString('latin1').split(/\r?\n/, 1)
  const [, method = '', path = ''] = /^([A-Z]{1,20}) (.*?)(?: HTTP\/\d\.\d)?$/.exec(line) ?? []
  const { asked, last } = read(path)
  traffic.record({
    party: 'brreg',
    at: now(),
    method: method === '' ? '?' : method,
    path,
    status: 400,
    said: 'not readable as HTTP',
    brreg: {
      asked,
      tls: socket instanceof TLSSocket ? callerOf(socket) : noConnection,
      ...(asked === 'updated-list' ? { since: decodedOnce(last ?? '') ?? last ?? '' } : {}),
    },
  })
  socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}
