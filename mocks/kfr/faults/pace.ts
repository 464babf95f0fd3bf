import type { KfrOperation } from '../../../contracts/kfr/operations.ts'
import { contextOf, type Site } from '../context.ts'
import type { Parts } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { defineFaults } from './change.ts'

/** KFRO-073 to KFRO-076: how much, and how quickly. */

const isReport = (operation: KfrOperation | null) => operation === 'add' || operation === 'end'

/** Lets so many of a hundred wait so long. */
const waiting =
  (ofHundred: number, ms: number, isSo: (site: Site) => boolean = () => true): Parts['wait'] =>
  (site) => {
    let count = 0
    return (_request, response, next) => {
      if (!isReport(contextOf(response).asked.operation) || !isSo(site)) {
        next()
        return
      }
      count += 1
      if ((count * ofHundred) % 100 >= ofHundred) {
        next()
        return
      }
      const timer = setTimeout(next, ms)
      response.once('close', () => clearTimeout(timer))
    }
  }

/** So many reports in a second, by the real time: load is. */
const throttled =
  (perSecond: number): Parts['wait'] =>
  (site) => {
    let begun = 0
    let count = 0
    return (_request, response, next) => {
      const now = Date.now()
      if (now - begun >= 1000) [begun, count] = [now, 0]
      if (isReport(contextOf(response).asked.operation)) count += 1
      if (count > perSecond) refuse(site, response, 'too-many', `more than ${perSecond} reports in a second`)
      else next()
    }
  }

export const paceFaults = defineFaults({
  'throttles-reports': {
    story: 'More than five reports in a second are answered 429.',
    violates: ['KFRO-073', 'KFRO-074', 'KFRO-076'],
    replaces: { wait: throttled(5) },
  },
  'slow-reports': {
    story: 'Five of a hundred reports take more than half a second.',
    violates: ['KFRO-074', 'KFRO-076'],
    replaces: { wait: waiting(5, 700) },
  },
  'batch-starves-reports': {
    story: 'While a batch is stored, every other report takes more than half a second.',
    violates: ['KFRO-076'],
    replaces: { wait: waiting(50, 700, ({ ingestion }) => ingestion.pending() > 0) },
  },
})
