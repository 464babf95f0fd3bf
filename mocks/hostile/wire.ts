import type { Writable } from 'node:stream'

/** HTTP/1.1 as bytes (RFC 9112), for answers that no library would write. */

type HeaderLines = readonly (readonly [string, string])[]

export const json = ['Content-Type', 'application/json'] as const
export const jose = ['Content-Type', 'application/jose'] as const

/** A status line and headers, with the empty line that ends them. */
export function head(status: string, headers: HeaderLines = []): string {
  return `HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}

export const length = (body: string | Buffer) => ['Content-Length', String(Buffer.byteLength(body))] as const
export const closing = ['Connection', 'close'] as const

/** A whole answer with its right length, and the end of the connection: what is hostile on it stays on it. */
export function answer(
  socket: Writable,
  body: string | Buffer,
  headers: HeaderLines = [json],
  status = '200 OK',
): void {
  socket.write(head(status, [...headers, length(body), closing]))
  socket.end(body)
}

/** The same bytes so many times. They are made once and follow the reader's pace, so that memory stays flat. */
export function repeat(socket: Writable, bytes: string | Buffer, times: number, end: () => void): void {
  const chunk = Buffer.from(bytes as string)
  let left = times
  const more = (): void => {
    while (left > 0 && !socket.destroyed) {
      left -= 1
      if (!socket.write(chunk)) {
        socket.once('drain', more)
        return
      }
    }
    if (!socket.destroyed) end()
  }
  more()
}

/** Does it again and again until the connection is gone. */
export function every(socket: Writable, milliseconds: number, work: () => void): void {
  const timer = setInterval(work, milliseconds)
  socket.once('close', () => clearInterval(timer))
}

/** An account list as a bank would send it, so that nothing but the hostile part is wrong. */
export const plainList =
  '{"responseDetails":{"message":"","status":"complete"},"accounts":[{"accountIdentifier":"99998015363"}]}'
