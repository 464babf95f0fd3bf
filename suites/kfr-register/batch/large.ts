import { writeList } from '../../../contracts/kfr/batch/grammar.ts'
import { fileLimits } from '../../../contracts/kfr/operations.ts'
import { crowdOf } from '../../../contracts/kfr-register/markers.ts'
import { defineAct } from '../../kit/run/act.ts'
import { callsOf } from '../calls.ts'
import { batchOf } from '../forms.ts'
import { entriesOf, readableWithinMs } from '../patience.ts'
import { untilShown } from '../waiting.ts'
import { firstDayOf, untilIngested } from './acts.ts'

/** Batches of a size: one whose ingestion is watched, and files around the largest that there may be. */

export const large = defineAct({
  name: 'large-batch',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    const calls = callsOf(stage)
    const entries = entriesOf(calls.profile)
    const last = calls.customer('batch-last')
    const own = calls.organisationOf('reporter')
    const list = [...crowdOf(stage.runId, 'large', entries - 1), last].join(',')
    const accepted = await stage.ask(batchOf(calls, { told: `${entries} customers`, list }))
    const atOnce = await stage.ask(calls.own(last), { repeat: 1000 })
    const meanwhile = await stage.ask(calls.add(calls.customer('meanwhile')))
    const meanwhileSeen = await untilShown(stage, calls.own(calls.customer('meanwhile')), own)
    const { done, answer } = await untilIngested(stage, calls, last, entries)
    return {
      own,
      entries,
      withinMs: readableWithinMs(entries, calls.profile),
      accepted,
      atOnce,
      meanwhile,
      meanwhileSeen,
      ingested: done,
      lastSeen: answer,
    }
  },
})

/** `fnr#yyyy-MM-dd,` */
const bytesOfElement = 23

/** As many persons with a date as go into so many bytes. */
function fileOf(runId: string, name: string, bytes: number, today: string): string {
  const count = Math.floor(bytes / bytesOfElement)
  const list = writeList(crowdOf(runId, name, count).map((customer) => ({ customer, since: today })))
  return list.padEnd(bytes, ' ')
}

/** Ten megabytes may mean either; between the two nothing is said. */
export const ceiling = defineAct({
  name: 'largest-file',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    const calls = callsOf(stage)
    const first = firstDayOf(calls.today)
    const [fits, tooLarge] = [fileLimits.certain - 1000, fileLimits.atMost + 1000]
    return {
      refused: await stage.ask(
        batchOf(calls, {
          told: `a file of ${tooLarge} bytes`,
          list: fileOf(stage.runId, 'too-large', tooLarge, first),
        }),
      ),
      accepted: await stage.ask(
        batchOf(calls, {
          told: `a file of ${fits} bytes`,
          list: fileOf(stage.runId, 'largest', fits, first),
        }),
      ),
    }
  },
})
