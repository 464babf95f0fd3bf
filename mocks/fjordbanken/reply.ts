import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { sent } from './differences.ts'
import { badRequest, type Refusal } from './refusal.ts'

/** How an answer leaves the house: in chunks, with names in capitals, and with a farewell every now and then (RFC 9112). */

export interface Reply {
  readonly status: number
  readonly type: string
  readonly text: string
  readonly headers?: Readonly<Record<string, string>>
}

export const sealedReply = (jwe: string): Reply => ({ status: 200, type: sent.joseType.here, text: jwe })

export const refusedReply = ({ status, code, message, headers }: Refusal): Reply => ({
  status,
  type: sent.errorType.here,
  text: writeError(code, message),
  headers,
})

/** Plain, never sealed (catalogue 4.2), and with the letters as they are. */
const writeError = (code: string, message: string) =>
  JSON.stringify({ tidspunkt: new Date().toISOString(), message, code, detaljer: null }, null, 1)

/** `count` is how many answers were sent before. */
export function send(response: ServerResponse, { status, type, text, headers = {} }: Reply, count: number): void {
  const closes = count % sent.closesEvery.here === sent.closesEvery.here - 1
  const [empty, spoken] = sent.reasonPhrase.here
  response.writeHead(status, count % 2 === 0 ? empty : status === 200 ? spoken : 'nei', {
    'CONTENT-TYPE': type,
    'cache-control': 'no-cache, no-store, max-age=0',
    'SET-COOKIE': `${sent.cookie.here}=${randomBytes(6).toString('hex')}; Path=/; Secure; HttpOnly`,
    'x-FJORD-node': `n${count % 3}`,
    ...headers,
    ...(closes && { CONNECTION: 'Close' }),
  })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += sent.chunkSize.here)
    response.write(bytes.subarray(at, at + sent.chunkSize.here))
  response.end()
}

/** Bytes that are no HTTP, or headers that are too large. */
export function answerClientError(_error: Error, socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const refusal = badRequest('Forespørselen kan ikke leses, eller den er for stor')
  const body = Buffer.from(writeError(refusal.code, refusal.message))
  const head = ['HTTP/1.1 400 ', `Content-Type: ${sent.errorType.here}`, `Content-Length: ${body.length}`]
  socket.end(Buffer.concat([Buffer.from(`${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n`), body]))
}
