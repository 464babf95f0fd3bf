import type { LoadSample, LoadWindow } from '../../../../contracts/report/load.ts'
import { isFailed, judgedSamples } from './latency.ts'

/**
 * The longest time without a single good answer, though somebody was waiting for one; in milliseconds. Where the generator
 * itself stood still nobody was.
 */
export function longestSilence(window: LoadWindow): number {
  const byEnd = judgedSamples(window)
    .filter(({ sent }) => sent !== null)
    .toSorted((a, b) => endOf(b) - endOf(a))
  let [longest, since, at] = [0, Number.POSITIVE_INFINITY, 0]
  // From the last to the first: whoever waited at one end waited, or had not left, at all earlier ones.
  for (const { before, moment } of gapsIn(window).reverse()) {
    for (let next = byEnd[at]; next !== undefined && endOf(next) > before; next = byEnd[++at])
      since = Math.min(since, next.sent ?? since)
    longest = Math.max(longest, moment - Math.max(before, since))
  }
  return longest
}

/** Between one good answer and the next. */
function gapsIn(window: LoadWindow) {
  const samples = judgedSamples(window)
  const good = samples.filter((one) => !isFailed(one) && one.done !== null).toSorted((a, b) => endOf(a) - endOf(b))
  // After the last request nobody is owed an answer by a certain time; what it took is counted as slow.
  const end = Math.max(samples.at(-1)?.planned ?? 0, good.at(-1)?.done ?? 0)
  // What the first of them took is counted as slow as well: before it, only that others had left and came to nothing.
  const begin = { before: Number.NEGATIVE_INFINITY, moment: good[0]?.sent ?? end }
  return [begin, ...good.map((one, at) => ({ before: endOf(one), moment: good[at + 1]?.done ?? end }))]
}

const endOf = ({ done }: LoadSample) => done ?? Number.POSITIVE_INFINITY
