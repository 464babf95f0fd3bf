import { usualIngestPerSecond } from '../../../contracts/kfr/operations.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { all, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { ingestionOf, load } from '../acts/load.ts'
import { reports } from '../acts/reports.ts'
import { happened, isHeard } from '../grounds.ts'
import { rowsOf } from '../row.ts'
import { isAbout, isBatch, isDone, isOperation, kfrOf, timeOf } from '../sightings.ts'

/** What may be reported while the register takes a file in, what may not, and what must. */

const row = rowsOf(import.meta, load)
type Evidence = Awaited<ReturnType<typeof load.play>>

/** From the answer to a file until it should be in, and until it was. Milliseconds since 1970. */
interface Ingestion {
  readonly file: Sighting
  readonly from: number
  /** Four fifths of the time that the register says it takes: it is "about" so quick. */
  readonly surely: number
  readonly until: number
}

function ingestions({ seen }: Evidence): readonly Ingestion[] {
  return seen
    .filter((one) => isBatch(one) && isDone(one))
    .map((file) => {
      const from = timeOf(file)
      const { correlationId } = kfrOf(file) ?? {}
      const stored = seen.find(
        (one) => kfrOf(one)?.operation === 'ingested' && kfrOf(one)?.correlationId === correlationId,
      )
      const surely = from + ingestionOf(file) * 0.8
      return { file, from, surely, until: stored === undefined ? surely : Math.max(surely, timeOf(stored)) }
    })
}

const accepted = (evidence: Evidence, judge: (all: readonly Ingestion[]) => Judgement): Judgement =>
  given(happened(evidence.events['first load']), () => {
    const all = ingestions(evidence)
    return all.length === 0 ? inconclusive('need-not-met', 'no file was accepted') : judge(all)
  })

/** What comes from this moment on lies after the file was on its way. */
const beganIn = (all: readonly Ingestion[], at: number | undefined): boolean =>
  at !== undefined && all.some(({ from, surely }) => at >= from && at < surely)

/** Nothing is wrong with the bank: its people, or its hooks, were not as quick as the register. */
function tooShort(files: readonly Ingestion[], what: string): Judgement {
  const entries = Math.max(...files.map(({ file }) => kfrOf(file)?.batch?.entries ?? 0))
  const seconds = Math.round(entries / usualIngestPerSecond)
  return inconclusive(
    'need-not-met',
    `${what} while a file was taken in: ${entries} relationships are in after about ${seconds} s; with more customers in the test environment, or with hooks, there is time for it`,
  )
}

type Usual = Awaited<ReturnType<typeof reports.play>>

const held = ({ usual, ...evidence }: Evidence & { readonly usual: Usual }): Judgement =>
  accepted(evidence, (files) => {
    const closing = evidence.events['close F13']
    const ground = all(happened(closing), beganIn(files, closing?.at) ? [] : tooShort(files, 'no relationship ended'))
    return given(ground, () => {
      const early = evidence.seen.filter(isOperation('end')).flatMap((one) => {
        const during = files.find(({ from, until }) => timeOf(one) >= from && timeOf(one) < until)
        if (during === undefined) return []
        return one.finds(false, {
          what: `an end is reported while a file is taken in (${during.file.record.id})`,
          weight: timeOf(one) < during.surely ? 'breach' : 'tolerated',
          expected: `after ${new Date(during.until).toISOString()}`,
          at: '/at',
        })
      })
      if (early.length > 0) return early
      const heard = isHeard(closing, { ...evidence, target: patient })
      const isLost = !evidence.seen.some(isAbout('F13', 'end'))
      // Whoever reports no end at all is judged by that; whoever does has to report those that waited as well.
      return given(isLost ? isHeard(usual.events['close F8'], { ...usual, target: patient }) : heard, () => heard)
    })
  })

/** It is late by right: how long the file takes is no delay of the bank's. */
const patient = { kfr: { reportSeconds: 86_400 } }

const meanwhile = ({ usual, ...evidence }: Evidence & { readonly usual: Usual }): Judgement =>
  accepted(evidence, (files) => {
    const opening = evidence.events['open F12']
    const ground = all(
      happened(opening),
      beganIn(files, opening?.at) ? [] : tooShort(files, 'nobody became a customer'),
    )
    return given(ground, () => {
      const first = evidence.seen.find(isAbout('F12', 'add'))
      // Whoever never reports a new account is judged by that.
      if (first === undefined) return given(isHeard(usual.events['open F2'], usual), () => isHeard(opening, evidence))
      const end = Math.max(...files.map(({ until }) => until))
      return first.finds(timeOf(first) < end, {
        what: 'a new customer is reported while a file is taken in',
        weight: 'tolerated',
        expected: `before ${new Date(end).toISOString()}`,
        at: '/at',
      })
    })
  })

const digestsOf = (file: Sighting) => new Set(kfrOf(file)?.batch?.customers?.map(({ digest }) => digest))

/** In whatever order: most of those who are named of the one are named of the other. */
function isSameList(file: Sighting, other: Sighting): boolean {
  const [one, another] = [digestsOf(file), digestsOf(other)]
  const shared = [...one].filter((digest) => another.has(digest)).length
  return shared > Math.min(one.size, another.size) / 2
}

/** The same customers once more, before the register could have taken them in. */
const notAgain = (evidence: Evidence): Judgement =>
  accepted(evidence, (files) => {
    const again = evidence.seen.filter(isBatch).flatMap((one) => {
      const before = files.find(
        ({ file, from, surely }) => file !== one && timeOf(one) > from && timeOf(one) < surely && isSameList(file, one),
      )
      return before === undefined
        ? []
        : one.finds(false, {
            what: `the file of ${before.file.record.id}, which was accepted, is sent once more`,
            expected: 'one file',
            at: '/at',
          })
    })
    return again.length > 0
      ? again
      : files.flatMap(({ file }) => file.finds(true, { what: 'is sent once', expected: 201, at: '/status' }))
  })

const besideUsual = async ({ play }: Pick<Doors, 'play'>) => ({
  ...(await play(load)),
  usual: await play(reports),
})

export default [
  row('KFRB-037', [], notAgain),
  defineCheck(import.meta, { verifies: 'KFRB-038', needs: ['F13'], ask: besideUsual, judge: held }),
  defineCheck(import.meta, { verifies: 'KFRB-039', needs: ['F2', 'F12'], ask: besideUsual, judge: meanwhile }),
]
