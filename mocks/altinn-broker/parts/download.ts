import type { Readable } from 'node:stream'
import type { RequestHandler, Response } from 'express'
import type { Download } from '../../../contracts/altinn-broker/acts.ts'
import { say } from '../../http/traffic.ts'
import { contextOf, current, need, type Site } from '../context.ts'
import { beginDownload, isRefused } from '../lifecycle.ts'
import { refuse } from '../refuse.ts'
import { statusOf } from '../transfer.ts'
import { nameOf } from './entrance.ts'
import { kindOf } from './transfer.ts'

/** The file, whole or one range of it (dsve.md 1.6). */

export interface Range {
  readonly first: number
  readonly last: number
}

/** Null when the header asks for none that is served: malformed, of another unit, or several (RFC 9110 §14.2). */
export function rangeIn(header: string | undefined, size: number): Range | 'outside' | null {
  const [, from = '', to = ''] = /^bytes *= *(\d*) *- *(\d*)$/i.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'outside' : { first: size - length, last: size - 1 }
  }
  if (to !== '' && Number(to) < Number(from)) return null
  if (Number(from) >= size) return 'outside'
  return { first: Number(from), last: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}

export const sendFile =
  ({ clock, files, office, ...site }: Site): RequestHandler =>
  async (request, response) => {
    const caller = need(response, 'caller')
    const transfer = current({ clock, files, office, ...site }, need(response, 'transfer'))
    const begun = beginDownload(transfer, caller.party, clock.now())
    if (isRefused(begun)) {
      refuse(response, begun.refused, `${kindOf(transfer)} is ${statusOf(transfer)}`)
      return
    }
    const size = transfer.size ?? 0
    const range = rangeIn(request.headers.range, size)
    if (range === 'outside') {
      refuse(response.setHeader('Content-Range', `bytes */${size}`), 29)
      return
    }
    office.record(begun)
    const { first, last } = range ?? { first: 0, last: size - 1 }
    const part = range === null ? '' : ` (${last - first + 1} of them, from byte ${first})`
    say(response, `${nameOf(caller)} downloads ${kindOf(transfer)}: ${size} bytes${part}`)
    const download = beginFile(response, {
      fileName: transfer.asked.fileName,
      size,
      first,
      last,
      isPart: range !== null,
    })
    if (request.method === 'HEAD' || size === 0) response.end()
    else await pour(files.read(transfer.id, { first, last }), response, download, last === size - 1)
  }

/**
 * No caller has the last byte before `whole` says that it left. A part that ends before the file does is not the whole,
 * and the last one is: who goes on where a connection broke has the rest already. Who has everything may hang up at once,
 * so that only a connection which ends before the last byte is handed to it takes that back.
 */
export async function pour(
  bytes: Readable,
  response: Response,
  download: Download,
  reachesEnd: boolean,
): Promise<void> {
  let left = download.bytes
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      left -= chunk.length
      download.whole = reachesEnd && left === 0
      await handed(response, chunk)
    }
    response.end()
  } catch {
    download.whole = false
    response.destroy()
  }
}

/** Resolves when the connection has taken it; rejects when that ends before. */
async function handed(response: Response, chunk: Buffer): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const ended = () => reject(new Error('the caller hung up'))
  response.once('close', ended)
  response.write(chunk, (error) => (error == null ? resolve() : reject(error)))
  await promise.finally(() => response.off('close', ended))
}

export interface Head extends Range {
  readonly fileName: string
  readonly size: number
  readonly isPart: boolean
}

/** Status line and headers. */
export function beginFile(response: Response, { fileName, size, first, last, isPart }: Head): Download {
  const bytes = last - first + 1
  const download = { bytes, whole: size === 0 }
  contextOf(response).download = download
  response.status(isPart ? 206 : 200)
  response.setHeader('Content-Type', 'application/octet-stream')
  response.setHeader('Content-Length', bytes)
  response.setHeader('Accept-Ranges', 'bytes')
  if (isPart) response.setHeader('Content-Range', `bytes ${first}-${last}/${size}`)
  // RFC 6266: a name that no quoted text could hold stands encoded beside a plain one.
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  response.setHeader('Content-Disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
  return download
}
