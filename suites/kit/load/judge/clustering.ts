/** Whether slow requests come one by one or together. The limits suppose the former, and are too kind to the latter. */

/** An episode goes on while at most so many quick ones stand between two slow ones. */
const mostBetween = 1

/** Slow requests that belong together, counted once. In the order of planning. */
export function episodesOf(slow: readonly boolean[]): number {
  let last = Number.NEGATIVE_INFINITY
  let episodes = 0
  for (const [at, isSlow] of slow.entries()) {
    if (!isSlow) continue
    if (at - last - 1 > mostBetween) episodes++
    last = at
  }
  return episodes
}

/** Requests in a block: two seconds of the agreed rate. */
const block = 20

/** Index of dispersion: variance over mean of the slow ones per whole block. About 1 when independent; null without any. */
export function dispersionOf(slow: readonly boolean[]): number | null {
  const counts: number[] = []
  for (let at = 0; at + block <= slow.length; at += block)
    counts.push(slow.slice(at, at + block).filter(Boolean).length)
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  if (counts.length < 2 || mean === 0) return null
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1)
  return Math.round((variance / mean) * 100) / 100
}
