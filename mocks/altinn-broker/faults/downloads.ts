import { say } from '../../http/traffic.ts'
import { current, need } from '../context.ts'
import type { NamedFault } from '../fault.ts'
import { beginDownload, isRefused } from '../lifecycle.ts'
import { beginFile, sendFile } from '../parts/download.ts'
import { nameOf } from '../parts/entrance.ts'
import { kindOf } from '../parts/transfer.ts'
import { refuse } from '../refuse.ts'

/** What goes wrong when somebody fetches. */
export const downloadFaults: Readonly<Record<string, NamedFault>> = {
  'download-cut-off': {
    story: 'The first download of every file ends in the middle, although its length was told (DSVE-019).',
    replaces: {
      sendFile: (site) => {
        const lawful = sendFile(site)
        const cut = new Set<string>()
        return (request, response, next) => {
          const transfer = current(site, need(response, 'transfer'))
          const caller = need(response, 'caller')
          const begun = beginDownload(transfer, caller.party, site.clock.now())
          const size = transfer.size ?? 0
          if (isRefused(begun) || size < 2 || cut.has(transfer.id + caller.party)) {
            lawful(request, response, next)
            return
          }
          cut.add(transfer.id + caller.party)
          site.office.record(begun)
          const half = Math.floor(size / 2)
          say(response, `${nameOf(caller)} downloads ${kindOf(transfer)}: cut off after ${half} bytes on purpose`)
          beginFile(response, { fileName: transfer.asked.fileName, size, first: 0, last: size - 1, isPart: false })
          const bytes = site.files.read(transfer.id, { first: 0, last: half - 1 })
          bytes.once('end', () => response.destroy()).pipe(response, { end: false })
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
  'confirm-200': {
    story: 'A confirmation is answered with 200 and nothing, as the documentation has it (A-31, DSVE-020).',
    settings: { confirmStatus: 200 },
  },
}
