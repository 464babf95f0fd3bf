import { Readable } from 'node:stream'
import type { RequestHandler, Response } from 'express'
import { resourceIdOf } from '../../../contracts/altinn-broker/wire.ts'
import { say } from '../../http/traffic.ts'
import { contextOf, current, need, type Site } from '../context.ts'
import { type ReceivedFile, TooLarge } from '../files.ts'
import { beginUpload, breakUpload, endUpload, isRefused } from '../lifecycle.ts'
import { refuse, refusePlainly } from '../refuse.ts'
import { statusOf, type Transfer } from '../transfer.ts'
import { nameOf } from './entrance.ts'
import type { InnerParts } from './inner.ts'
import { kindOf } from './transfer.ts'

/** The second step of sending: the bytes (dsve.md 1.6). */

export const takeBytes =
  (site: Site, inner: InnerParts): RequestHandler<{ fileTransferId: string }> =>
  async (request, response, next) => {
    if (!request.is('application/octet-stream')) {
      refusePlainly(response, 415, 'the body has to be application/octet-stream')
      return
    }
    const declared = Number(request.headers['content-length'] ?? 0)
    if (await stored(site, inner, response, { bytes: request, declared })) next()
  }

/** The same for the file of a form. */
export const takeFormFile =
  (site: Site, inner: InnerParts): RequestHandler =>
  async (_request, response, next) => {
    const file = need(response, 'file')
    const bytes = Readable.fromWeb(file.stream() as Parameters<typeof Readable.fromWeb>[0])
    if (await stored(site, inner, response, { bytes, declared: file.size })) next()
  }

interface Upload {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly declared: number
}

/** Whether the file is here; otherwise the request is answered. */
async function stored(site: Site, inner: InnerParts, response: Response, upload: Upload): Promise<boolean> {
  const { clock, files, office, settings } = site
  const transfer = need(response, 'transfer')
  const most = settings.resources[resourceIdOf(transfer.asked.resourceId)]?.maxFileBytes ?? 0
  const room = settings.storageBytes - files.used()
  const begun = beginUpload(current(site, transfer), clock.now(), settings.stuckUploadMs)
  if (isRefused(begun)) refuse(response, begun.refused, `${kindOf(transfer)} is ${statusOf(transfer)} already`)
  else if (upload.declared > most) refuse(response, 16)
  else if (upload.declared > room) refuse(response, 21)
  else {
    office.record(begun)
    try {
      return keep(site, inner, response, await files.receive(transfer.id, upload.bytes, Math.min(most, room)))
    } catch (error) {
      broken(site, response, transfer, error)
    }
  }
  return false
}

function keep(site: Site, inner: InnerParts, response: Response, file: ReceivedFile): boolean {
  const { clock, office } = site
  const transfer = current(site, need(response, 'transfer'))
  const uploaded = { size: file.size, checksum: inner.checksumOf(transfer, file.md5) }
  const ended = endUpload(transfer, uploaded, clock.now(), inner.scan(transfer, clock.now()))
  if (isRefused(ended)) {
    file.discard()
    refuse(response, ended.refused)
    return false
  }
  // The file has its name before the record says that it is there: a record without a file could not be mended.
  if (ended.drops) file.discard()
  else file.keep()
  office.record(ended)
  if (statusOf(ended.transfer) === 'Failed') {
    refuse(response, 9)
    return false
  }
  contextOf(response).found.transfer = ended.transfer
  const { caller } = contextOf(response).found
  say(response, `${caller === undefined ? '' : nameOf(caller)} uploads ${kindOf(transfer)}: ${file.size} bytes`)
  return true
}

function broken({ clock, ledger, office }: Site, response: Response, { id }: Transfer, error: unknown): void {
  const transfer = ledger.transfers.get(id)
  const step = transfer === undefined ? null : breakUpload(transfer, clock.now())
  if (step !== null && !isRefused(step)) office.record(step)
  // Nobody reads it when it was the caller who hung up.
  if (!response.headersSent && !response.destroyed) refuse(response, error instanceof TooLarge ? 16 : 8)
}
