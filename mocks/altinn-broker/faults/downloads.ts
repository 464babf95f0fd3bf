import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { pause } from '../../clock.ts'
import { say } from '../../http/traffic.ts'
import { current, need, type Site } from '../context.ts'
import type { NamedFault } from '../fault.ts'
import { beginDownload, isRefused } from '../lifecycle.ts'
import { confirmDownload } from '../parts/confirm.ts'
import { beginFile, sendFile } from '../parts/download.ts'
import { nameOf } from '../parts/entrance.ts'
import { refuse } from '../refuse.ts'

const slowMs = 5000

/** Head of the answer for the whole file, on record as begun; null for what has no two halves, or cannot be had. */
function beginWhole(site: Site, response: Response) {
  const transfer = current(site, need(response, 'transfer'))
  const begun = beginDownload(transfer, need(response, 'caller').party, site.clock.now())
  const size = transfer.size ?? 0
  if (isRefused(begun) || size < 2) return null
  site.office.record(begun)
  const { fileName } = transfer.asked
  const download = beginFile(response, { fileName, size, first: 0, last: size - 1, isPart: false })
  return { id: transfer.id, size, half: Math.floor(size / 2), download }
}

/** What goes wrong when somebody fetches. */
export const downloadFaults: Readonly<Record<string, NamedFault>> = {
  'download-cut-off': {
    story: 'The first download of every file ends in the middle, although its length was told (DSVE-019).',
    replaces: {
      sendFile: (site) => {
        const lawful = sendFile(site)
        const cut = new Set<string>()
        return (request, response, next) => {
          const who = need(response, 'transfer').id + need(response, 'caller').party
          const begun = cut.has(who) ? null : beginWhole(site, response)
          if (begun === null) {
            lawful(request, response, next)
            return
          }
          cut.add(who)
          const { id, half } = begun
          say(response, `${nameOf(need(response, 'caller'))} downloads, and is cut off after ${half} bytes on purpose`)
          const bytes = site.files.read(id, { first: 0, last: half - 1 })
          bytes.once('end', () => response.destroy()).pipe(response, { end: false })
        }
      },
    },
  },
  'download-slow': {
    story: `Of every download half comes at once, and the rest ${slowMs / 1000} seconds later.`,
    replaces: {
      sendFile: (site) => {
        const lawful = sendFile(site)
        return async (request, response, next) => {
          const begun = request.headers.range === undefined ? beginWhole(site, response) : null
          if (begun === null) {
            lawful(request, response, next)
            return
          }
          const { id, size, half, download } = begun
          say(response, `${nameOf(need(response, 'caller'))} downloads slowly, on purpose: ${size} bytes`)
          const inTwoHalves = async function* () {
            yield* site.files.read(id, { first: 0, last: half - 1 })
            await pause(site.clock, slowMs)
            yield* site.files.read(id, { first: half, last: size - 1 })
            download.whole = true
          }
          await pipeline(inTwoHalves, response).catch(() => response.destroy())
        }
      },
    },
  },
  'ranges-refused': {
    story: 'Whoever asks for a range is told that it lies outside the file; the whole can be had.',
    replaces: {
      sendFile: (site) => {
        const lawful = sendFile(site)
        return (request, response, next) => {
          if (request.headers.range === undefined) lawful(request, response, next)
          else refuse(response, 29, 'ranges are refused on purpose')
        }
      },
    },
  },
  'confirm-lost': {
    story:
      'The first confirmation of every file is taken and answered with 500: who confirms again meets number 10 (DSVE-021).',
    replaces: {
      confirmDownload: (site) => {
        const lawful = confirmDownload(site)
        const lost = new Set<string>()
        return (request, response, next) => {
          const who = need(response, 'transfer').id + need(response, 'caller').party
          if (!lost.has(who)) {
            lost.add(who)
            const status = response.status.bind(response)
            response.status = (given) => status(given < 300 ? 500 : given)
          }
          lawful(request, response, next)
        }
      },
    },
  },
  'confirm-200': {
    story: 'A confirmation is answered with 200 and nothing, as the documentation has it (A-31, DSVE-020).',
    settings: { confirmStatus: 200 },
  },
}
