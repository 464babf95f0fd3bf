import type { Duplex } from 'node:stream'

/**
 * Bytes that are no HTTP request, or headers beyond the limit, never reach a part. They get the table's 400 all the same
 * (KI-REQ-027, KI-ERR-016); the status 431 is not one that the interface declares.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const message = error.code === 'HPE_HEADER_OVERFLOW' ? 'The headers are too large' : 'The request is not well-formed'
  const body = JSON.stringify({ code: 'ACC-001', message })
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
