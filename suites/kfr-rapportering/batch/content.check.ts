import { addDays, type IsoDate, minusMonths } from '../../../contracts/calendar.ts'
import type { KfrFixture } from '../../../contracts/kfr-rapportering/customers.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { all, given, inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { load } from '../acts/load.ts'
import { isRefusedFile, oldCustomers } from '../files.ts'
import { happened, isHeard } from '../grounds.ts'
import { rowsOf } from '../row.ts'
import { isBatch, isDone, kfrOf } from '../sightings.ts'

/** Who stands in the file of the first load, and what becomes of one that was refused. */

const row = rowsOf(import.meta, load)
type Evidence = Awaited<ReturnType<typeof load.play>>

type Listed = { readonly file: Sighting; readonly at: string; readonly since: string | null }

/** Files whose list was read whole: the accepted ones, or else the last that was not. */
function readFiles({ seen }: Evidence): readonly Sighting[] {
  const read = seen.filter((one) => isBatch(one) && kfrOf(one)?.batch?.customers !== undefined)
  const accepted = read.filter(isDone)
  return accepted.length > 0 ? accepted : read.slice(-1)
}

const inFiles = (evidence: Evidence, name: KfrFixture): readonly Listed[] =>
  readFiles(evidence).flatMap((file) =>
    (kfrOf(file)?.batch?.customers ?? []).flatMap(({ fixture, since }, index) =>
      fixture === name ? [{ file, at: `/kfr/batch/customers/${index}`, since }] : [],
    ),
  )

/** A file in which nobody of them stands is the load of another portfolio. */
const withCustomers = (evidence: Evidence, judge: (files: readonly Sighting[]) => Judgement): Judgement =>
  given(happened(evidence.events['first load']), () => {
    const files = readFiles(evidence)
    if (files.length === 0) return inconclusive('no-traffic', 'no file whose list could be read reached the register')
    const isTheirs = oldCustomers.some((name) => inFiles(evidence, name).length > 0)
    return isTheirs
      ? judge(files)
      : inconclusive('need-not-met', 'none of the customers of long standing is in the file')
  })

const onlyActive = (evidence: Evidence): Judgement =>
  withCustomers(evidence, (files) => {
    const former = inFiles(evidence, 'F11')
    return former.length === 0
      ? files.flatMap((file) =>
          file.finds(true, {
            what: 'F11, who was a customer once, is not in it',
            expected: 'active ones',
            at: '/kfr/batch/entries',
          }),
        )
      : former.flatMap(({ file, at }) =>
          file.finds(false, {
            what: 'F11 is in it, who was a customer once',
            expected: 'active ones',
            at: `${at}/fixture`,
          }),
        )
  })

/** What the recipe of a customer of long standing says of it; a few days are left for who counts otherwise. */
const aYearBefore = (day: IsoDate) => addDays(minusMonths(day, 12), 7)

const withStart = (evidence: Evidence): Judgement =>
  withCustomers(evidence, () =>
    all(
      ...oldCustomers.map((name) =>
        labelled(
          name,
          inFiles(evidence, name).flatMap(({ file, at, since }) =>
            file.finds(since !== null && since <= aYearBefore(evidence.target.day), {
              what: 'carries the day on which it began, a year ago or longer',
              expected: `${aYearBefore(evidence.target.day)} or earlier`,
              at: `${at}/since`,
            }),
          ),
        ),
      ),
    ),
  )

const nobodyTwice = (evidence: Evidence): Judgement =>
  withCustomers(evidence, (files) =>
    files.flatMap((file) =>
      file.finds(kfrOf(file)?.batch?.duplicates === 0, {
        what: 'nobody stands in it twice',
        expected: 0,
        at: '/kfr/batch/duplicates',
      }),
    ),
  )

/** Whether the second one was in order is said by the rows about files. */
const sentAgain = ({ seen, events, target, left, whole }: Evidence): Judgement =>
  given(happened(events['first load']), () => {
    const refused = seen.findIndex(isRefusedFile)
    if (refused < 0) return inconclusive('need-not-met', 'no file was refused with 400')
    const again = seen.slice(refused + 1).find(isBatch)
    if (again === undefined) return isHeard(events['first load'], { seen, target })
    if (left.length > 0 && whole !== null && !whole.isPatient)
      return inconclusive(
        'deadline',
        `${left.join(', ')} of the refused file were not waited for as long as was declared`,
      )
    if (left.length > 0 && whole !== null)
      return whole.waited.finds(false, {
        what: `${left.join(', ')} of the refused file (${seen[refused]?.record.id}): in an accepted file afterwards, or reported`,
        expected: true,
        at: '/outcome/met',
      })
    return again.finds(true, { what: 'a file is sent again after it was refused', expected: 'another file', at: '/at' })
  })

export default [
  row('KFRB-040', ['F11'], onlyActive),
  row('KFRB-041', [], withStart),
  row('KFRB-042', [], nobodyTwice),
  row('KFRB-043', [], sentAgain),
]
