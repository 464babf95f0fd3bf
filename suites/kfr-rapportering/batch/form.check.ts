import { fileLimits } from '../../../contracts/kfr/operations.ts'
import type { KfrProblem, SeenBatch } from '../../../contracts/kfr/sighting.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { all, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { load } from '../acts/load.ts'
import { each, happened } from '../grounds.ts'
import { rowsOf } from '../row.ts'
import { isBatch, kfrOf } from '../sightings.ts'

/** Every file of the first load, as bytes and as parts. */

const row = rowsOf(import.meta, load)
type Evidence = Awaited<ReturnType<typeof load.play>>

const batchOf = (sighting: Sighting) => kfrOf(sighting)?.batch

const files = ({ events, seen }: Evidence, judge: (sighting: Sighting, batch: SeenBatch) => Judgement): Judgement =>
  given(happened(events['first load']), () =>
    each(
      seen,
      (one) => isBatch(one) && batchOf(one) !== undefined,
      (sighting) => judge(sighting, batchOf(sighting) as SeenBatch),
      inconclusive('no-traffic', 'no file reached the register in the time'),
    ),
  )

/** A body that was not read to its end shows how large it is, and nothing else. */
const whole = ({ isCut }: SeenBatch, judge: () => Judgement): Judgement =>
  isCut === true ? inconclusive('need-not-met', 'the file is so large that it was not read to its end') : judge()

const bytes = (sighting: Sighting, batch: SeenBatch): Judgement => whole(batch, () => form(sighting, batch))

const form = (sighting: Sighting, { boundary, opens, closes }: SeenBatch): Judgement =>
  all(
    sighting.finds(boundary === 'bare', {
      what: 'names a boundary of multipart/form-data, without quotation marks',
      expected: 'bare',
      at: '/kfr/batch/boundary',
    }),
    sighting.finds(opens, { what: 'begins with that boundary', expected: true, at: '/kfr/batch/opens' }),
    sighting.finds(closes, { what: 'ends with its closing delimiter', expected: true, at: '/kfr/batch/closes' }),
  )

const parts = (sighting: Sighting, batch: SeenBatch): Judgement => whole(batch, () => named(sighting, batch))

function named(sighting: Sighting, { parts: found }: SeenBatch): Judgement {
  const names = found.map(({ name }) => name)
  const index = names.indexOf('customers')
  const list = found[index]
  return all(
    ...['customer_type', 'customers'].map((name) =>
      sighting.finds(names.includes(name), { what: `has the part ${name}`, expected: name, at: '/kfr/batch/parts' }),
    ),
    list === undefined
      ? []
      : all(
          sighting.finds(list.hasFileName, {
            what: 'the list has a file name, as in the example',
            weight: 'tolerated',
            expected: true,
            at: `/kfr/batch/parts/${index}/hasFileName`,
          }),
          sighting.finds(list.mediaType === 'text/plain', {
            what: 'the list is plain text, as in the example',
            weight: 'tolerated',
            expected: 'text/plain',
            at: `/kfr/batch/parts/${index}/mediaType`,
          }),
        ),
  )
}

/** Only of a list that was found something can be said. */
const listed = (batch: SeenBatch, judge: () => Judgement): Judgement =>
  batch.fileBytes === undefined ? inconclusive('need-not-met', 'the register found no list in the file') : judge()

const read = (batch: SeenBatch, judge: () => Judgement): Judgement => whole(batch, () => listed(batch, judge))

const without =
  (what: string, ...problems: readonly KfrProblem[]) =>
  (sighting: Sighting, batch: SeenBatch): Judgement =>
    read(batch, () =>
      sighting.finds(kfrOf(sighting)?.problems.some((one) => problems.includes(one)) === false, {
        what,
        expected: [],
        at: '/kfr/problems',
      }),
    )

const dates = (sighting: Sighting, batch: SeenBatch): Judgement =>
  all(
    without('every start date is a day that exists', 'no-such-day')(sighting, batch),
    batch.future === undefined
      ? []
      : sighting.finds(batch.future === 0, { what: 'no start lies ahead', expected: 0, at: '/kfr/batch/future' }),
  )

const size = (sighting: Sighting, batch: SeenBatch): Judgement =>
  listed(batch, () => {
    const { fileBytes = 0 } = batch
    return sighting.finds(fileBytes <= fileLimits.certain, {
      what: 'the file has at most 10 MB',
      weight: fileBytes <= fileLimits.atMost ? 'tolerated' : 'breach',
      expected: fileLimits.certain,
      at: '/kfr/batch/fileBytes',
    })
  })

export default [
  row('KFRB-031', [], (evidence) => files(evidence, bytes)),
  row('KFRB-032', [], (evidence) => files(evidence, parts)),
  row('KFRB-033', [], (evidence) =>
    files(
      evidence,
      without(
        'every element is a number, and yyyy-MM-dd after it where there is a day',
        'list-malformed',
        'date-malformed',
      ),
    ),
  ),
  row('KFRB-034', [], (evidence) => files(evidence, dates)),
  row('KFRB-035', [], (evidence) => files(evidence, size)),
]
