import { createServer, type RequestListener } from 'node:http'
import type { Server } from 'node:https'
import type { Socket } from 'node:net'
import { common } from './listen.ts'

/** The first byte of a TLS record that begins a handshake (RFC 8446 §5.1); no HTTP request begins with it. */
const handshake = 0x16

/**
 * Answers HTTP without TLS at the port of a TLS server: somebody has to look at the first byte of a connection and choose.
 * To be called before the server listens.
 */
export function answerPlainHttpToo(server: Server, handler: RequestListener): void {
  const plain = createServer(common, handler)
  // The first one is the server's own, which begins the handshake; whoever else listens is told of every connection.
  const [secure, ...others] = server.listeners('connection') as ((socket: Socket) => void)[]
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    for (const other of others) other.call(server, socket)
    socket.once('error', () => socket.destroy())
    socket.once('readable', () => {
      const begin = socket.read() as Buffer | null
      if (begin === null) return
      socket.unshift(begin)
      if (begin[0] === handshake) secure?.call(server, socket)
      else plain.emit('connection', socket)
    })
  })
}
