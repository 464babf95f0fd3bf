import type { LoadWindow } from '../../../../contracts/report/load.ts'
import { inOrder, isFailed, judgedSamples } from './latency.ts'

/** The longest time without a single good answer, though somebody was waiting for one; in milliseconds. */
export function longestSilence(window: LoadWindow): number {
  const samples = judgedSamples(window)
  const good = inOrder(samples.flatMap((one) => (isFailed(one) || one.done === null ? [] : [one.done])))
  const [first, last] = [samples[0]?.planned ?? 0, samples.at(-1)?.planned ?? 0]
  if (good.length === 0) return last - first
  // After the last request nobody is owed an answer by a certain time; what it took is counted as slow.
  const moments = [...good, Math.max(last, good.at(-1) ?? 0)]
  return moments.reduce(
    ({ longest, before }, moment) => ({ longest: Math.max(longest, moment - before), before: moment }),
    { longest: 0, before: good[0] ?? 0 },
  ).longest
}
