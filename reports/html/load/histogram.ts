import type { LoadWindow } from '../../../contracts/report/load.ts'
import { isFailed, judgedSamples, latencyOf } from '../../../contracts/report/load-sample.ts'

/** How many good answers took how long. For drawing only: what is decided is counted from the requests. */
export interface Histogram {
  readonly bins: readonly Bin[]
  /** Judged requests that came to no good answer, whatever time that took. */
  readonly failed: number
}

interface Bin {
  /** Milliseconds, inclusive. */
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly count: number
  /** At or beyond the limit: the limit is always an edge. */
  readonly isSlow: boolean
}

/** Ten bins for each tenfold, and an edge at the limit; empty ones at both ends are left out. */
export function histogramOf(window: LoadWindow, limitMs: number): Histogram {
  const judged = judgedSamples(window)
  const good = judged.filter((sample) => !isFailed(sample)).map((sample) => latencyOf(sample) ?? 0)
  const place = (latency: number) => Math.floor(Math.log10(Math.max(latency, least) / limitMs) * perTenfold + 1e-9)
  const counts = Map.groupBy(good, place)
  const places = [...counts.keys()]
  const [first, last] = [Math.min(...places), Math.max(...places)]
  const edge = (at: number) => limitMs * 10 ** (at / perTenfold)
  const bins = Array.from({ length: places.length === 0 ? 0 : last - first + 1 }, (_, step) => {
    const at = first + step
    return { from: edge(at), to: edge(at + 1), count: counts.get(at)?.length ?? 0, isSlow: at >= 0 }
  })
  return { bins, failed: judged.length - good.length }
}

const perTenfold = 10
/** Milliseconds. No answer is quicker than can be measured. */
const least = 0.1
