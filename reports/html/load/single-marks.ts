import type { LoadWindow } from '../../../contracts/report/load.ts'
import { isFailed, judgedSamples, latencyOf } from '../../../contracts/report/load-sample.ts'
import type { Scale } from './scale.ts'

/** What is never drawn together with others, however long the window: requests that were slow, and those without a good answer. */

/**
 * A dot for each slow one, as a path for a round line: where it was planned, and as high as it took. Dots that touch in
 * the drawing are one line, so that twelve thousand of them are no larger than the place that they cover.
 */
export function slowDots(window: LoadWindow, limitMs: number, time: Scale, latency: Scale): string {
  const heights = new Map<number, Set<number>>()
  for (const sample of judgedSamples(window)) {
    const took = latencyOf(sample)
    if (isFailed(sample) || took === null || took < limitMs) continue
    const x = time.at(sample.planned)
    heights.set(x, (heights.get(x) ?? new Set()).add(latency.at(took)))
  }
  return [...heights].flatMap(([x, all]) => runsOf([...all]).map(([from, to]) => `M${x} ${from}V${to}`)).join('')
}

/** Heights of which each follows upon the other. */
function runsOf(heights: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const height of heights.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && height - last[1] <= 1) last[1] = height
    else runs.push([height, height])
  }
  return runs
}

/** A cross for each without a good answer, where it was planned. */
export function failedCrosses(window: LoadWindow, time: Scale, y: number): string {
  const places = new Set(judgedSamples(window).flatMap((one) => (isFailed(one) ? [time.at(one.planned)] : [])))
  return [...places].map((x) => `M${x - 4} ${y - 4}l8 8m-8 0l8-8`).join('')
}
