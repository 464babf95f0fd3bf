import type { LoadWindow } from '../../../../contracts/report/load.ts'
import { risk, type ServiceLevel } from '../../../../contracts/ytelse/service-level.ts'
import { limitsOf } from './binomial.ts'
import { isSlow, judgedSamples } from './latency.ts'
import { refusable } from './refusable.ts'

/** Where what the generator itself may have added decides about a breach, nobody else is to blame. */
export function ownDoing(windows: readonly LoadWindow[], level: ServiceLevel): readonly string[] {
  const sum = (of: (window: LoadWindow) => number) => windows.reduce((total, window) => total + of(window), 0)
  const { failIfAtLeast } = limitsOf(
    sum((window) => judgedSamples(window).length),
    level.share,
    risk,
  )
  const isBreach = (count: number) => failIfAtLeast !== null && count >= failIfAtLeast
  const slow = sum((window) => judgedSamples(window).filter((one) => isSlow(one, level.limitMs)).length)
  if (!isBreach(slow)) return []
  const delayed = sum((window) => delayedBy(window, level))
  const refused = sum((window) => refusedFor(window, level))
  if (isBreach(slow - delayed - refused)) return []
  const worst = Math.round(Math.max(...windows.map(worstDelay)))
  return [
    ...(delayed === 0 ? [] : [`its own delays, of up to ${worst} ms, may have made ${delayed} requests slow`]),
    ...(refused === 0
      ? []
      : [
          `more than ${level.ratePerSecond} of its requests left within some seconds, and ${refused} may have been refused for that`,
        ]),
  ]
}

/** Milliseconds between two looks at how late the thread is. */
const betweenLooks = 10

/**
 * How many it may have made slow. How late it let each of them go is known, and how late it saw an answer in all but a
 * hundredth of its looks. Of these, each takes no longer than the longest: so long together nobody was looking, and no more
 * answers than a like share can have come in the meantime.
 */
function delayedBy(window: LoadWindow, { limitMs }: ServiceLevel): number {
  const { loopDelayP99, loopDelayMax } = window.generator
  const samples = judgedSamples(window)
  const slow = samples.filter((one) => isSlow(one, limitMs))
  const without = (seenLate: number) =>
    slow.filter((one) => isSlow(one, limitMs, (one.sent ?? one.planned) - one.planned + seenLate)).length
  const usually = without(loopDelayP99)
  const unseen = Math.ceil(samples.length * Math.min(1, (0.01 * loopDelayMax) / betweenLooks))
  return slow.length - usually + Math.min(usually - without(Math.max(loopDelayP99, loopDelayMax)), unseen)
}

/** How many may have been refused because too many left within a second. */
function refusedFor(window: LoadWindow, level: ServiceLevel): number {
  const refused = judgedSamples(window).filter(({ status }) => status === 429).length
  return refused === 0 ? 0 : Math.min(refused, refusable(window, level))
}

const worstDelay = ({ samples, generator }: LoadWindow) =>
  samples.reduce((most, { planned, sent }) => Math.max(most, (sent ?? planned) - planned), 0) + generator.loopDelayMax
