/** Whether answers grew slower along a window. Medians of blocks, so that a few slow requests make no trend. */

const blocks = 10

interface Trend {
  /** Medians of the latency of ten equal parts of the window, in milliseconds. */
  readonly medians: readonly number[]
  /** P(so much order upwards, or more) when there is no trend: Mann and Kendall, exactly. */
  readonly p: number
  /** Median of the slopes between all pairs of blocks (Theil and Sen), over the whole window. */
  readonly rise: number
}

/** @param latencies in the order of planning; null when they are too few for a median each */
export function trendOf(latencies: readonly number[]): Trend | null {
  if (latencies.length < blocks * 5) return null
  const medians = Array.from({ length: blocks }, (_, at) =>
    median(latencies.slice((at * latencies.length) / blocks, ((at + 1) * latencies.length) / blocks)),
  )
  const pairs = medians.flatMap((early, at) =>
    medians.slice(at + 1).map((late, ahead) => ({ up: late > early, slope: (late - early) / (ahead + 1) })),
  )
  const ups = pairs.filter(({ up }) => up).length
  return { medians, p: atLeastUps(ups), rise: median(pairs.map(({ slope }) => slope)) * (blocks - 1) }
}

/** How much slower an interface may grow: half of what it was and 50 ms, whichever is more, is no matter of chance. */
const leastRise = 50
const leastShare = 0.5
const rare = 0.01

export const isDegrading = ({ medians, p, rise }: Trend): boolean =>
  p <= rare && rise >= Math.max(leastRise, (medians[0] ?? 0) * leastShare)

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}

/** Of all orders of ten blocks, the share with so many pairs that go up, or more: by counting inversions. */
function atLeastUps(ups: number): number {
  let counts = [1]
  for (let size = 2; size <= blocks; size++) {
    const next = new Array<number>(counts.length + size - 1).fill(0)
    for (const [pairs, count] of counts.entries())
      for (let more = 0; more < size; more++) next[pairs + more] = (next[pairs + more] ?? 0) + count
    counts = next
  }
  const all = counts.reduce((sum, count) => sum + count, 0)
  return counts.slice(ups).reduce((sum, count) => sum + count, 0) / all
}
