import type { LoadSample, LoadWindow } from '../../../contracts/report/load.ts'
import { isFailed, judgedSamples, latencyOf, percentile } from '../../../contracts/report/load-sample.ts'

/** A window cut into columns of equal time: 36,000 requests and 300 make drawings of the same size. */
export interface Column {
  /** Milliseconds from the start of the window. */
  readonly from: number
  /** Requests that were planned in it, and those that left in it; the job beside them counts, because it was sent as well. */
  readonly planned: number
  readonly sent: number
  /** How late the latest of them left, in milliseconds; null where none did. */
  readonly late: number | null
  /** Of the judged ones that were planned in it: the quickest, the middle and the slowest good answer. Null for none. */
  readonly good: { readonly least: number; readonly middle: number; readonly most: number } | null
  /** The slowest good answer below the limit. */
  readonly mostInTime: number | null
  /** Judged ones that took the limit or longer, and those that came to no good answer. */
  readonly slow: number
  readonly failed: number
}

export interface Columns {
  readonly widthMs: number
  readonly all: readonly Column[]
}

/** Milliseconds; a generator that is so late is seen, and not yet to blame. */
const leastLate = 10

export const isLate = ({ late }: Column): boolean => late !== null && late >= leastLate

/** At most `most` columns of a length that people count in, and none shorter than `leastMs`. */
export function columnsOf(window: LoadWindow, limitMs: number, most: number, leastMs = 1000): Columns {
  // Not spread into one call: an hour has more requests than a call may have arguments.
  const last = window.samples.reduce((end, { planned, sent }) => Math.max(end, planned, sent ?? 0), 0)
  const widthMs = lengths.find((length) => length >= leastMs && last / length < most) ?? Math.ceil(last / most)
  const count = Math.floor(last / widthMs) + 1
  const of = (ms: number) => Math.floor(ms / widthMs)
  const planned = Map.groupBy(window.samples, (sample) => of(sample.planned))
  const sent = Map.groupBy(window.samples, ({ sent: at }) => (at === null ? -1 : of(at)))
  const judged = Map.groupBy(judgedSamples(window), (sample) => of(sample.planned))
  return {
    widthMs,
    all: Array.from({ length: count }, (_, at) => ({
      from: at * widthMs,
      planned: planned.get(at)?.length ?? 0,
      sent: sent.get(at)?.length ?? 0,
      late: latest(planned.get(at) ?? []),
      ...latenciesOf(judged.get(at) ?? [], limitMs),
    })),
  }
}

const lengths = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600].map((seconds) => seconds * 1000)

const latest = (samples: readonly LoadSample[]): number | null =>
  samples.reduce<number | null>(
    (most, { planned, sent }) => (sent === null ? most : Math.max(most ?? 0, sent - planned)),
    null,
  )

function latenciesOf(
  samples: readonly LoadSample[],
  limitMs: number,
): Pick<Column, 'good' | 'mostInTime' | 'slow' | 'failed'> {
  const good = samples.filter((sample) => !isFailed(sample)).map((sample) => latencyOf(sample) ?? 0)
  const sorted = good.toSorted((a, b) => a - b)
  const [least, middle, most] = [sorted[0], percentile(sorted, 0.5), sorted.at(-1)]
  return {
    good: least === undefined || middle === null || most === undefined ? null : { least, middle, most },
    mostInTime: sorted.findLast((latency) => latency < limitMs) ?? null,
    slow: good.filter((latency) => latency >= limitMs).length,
    failed: samples.length - good.length,
  }
}
