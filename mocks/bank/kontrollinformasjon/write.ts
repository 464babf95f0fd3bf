import type { Response } from 'express'

/**
 * Every answer of the bank, with the headers that all of them have. The framework's own way of sending would add an
 * ETag and answer 304 to callers who never asked for it.
 */
export function write(
  response: Response,
  status: number,
  contentType: string | null,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...(contentType !== null && { 'Content-Type': contentType }),
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    ...headers,
  })
  response.end(text)
}
