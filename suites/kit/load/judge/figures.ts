import type { LoadFigures, LoadReport, LoadWindow } from '../../../../contracts/report/load.ts'
import { risk, type ServiceLevel } from '../../../../contracts/ytelse/service-level.ts'
import { boundsOf } from './binomial.ts'
import { dispersionOf, episodesOf } from './clustering.ts'
import { decide } from './decide.ts'
import { healthOf } from './health.ts'
import { inOrder, isFailed, isSlow, judgedPerSecond, judgedSamples, latencyOf, percentile } from './latency.ts'
import { ownDoing } from './own-doing.ts'

/** Everything that one window says, from its record alone: one of last year gives the same. */
export function figuresOf(window: LoadWindow, level: ServiceLevel): LoadFigures {
  const { limitMs, share } = level
  const samples = judgedSamples(window)
  const slow = samples.map((sample) => isSlow(sample, limitMs))
  const count = slow.filter(Boolean).length
  const decision = decide({ n: samples.length, slow: count, share, risk, ratePerSecond: judgedPerSecond(window) })
  const good = inOrder(samples.filter((sample) => !isFailed(sample)).map((sample) => latencyOf(sample) ?? 0))
  const health = healthOf(window)
  const problems = [...health.problems, ...ownDoing([window], level)]
  return {
    n: samples.length,
    slow: count,
    failed: samples.filter(isFailed).length,
    limitMs,
    share,
    ...(problems.length === 0 ? decision : undecided(decision)),
    bounds: roundedBounds(boundsOf(count, samples.length, risk)),
    latency: {
      p50: percentile(good, 0.5),
      p90: percentile(good, 0.9),
      p95: percentile(good, 0.95),
      p99: percentile(good, 0.99),
      max: good.at(-1) ?? null,
    },
    episodes: episodesOf(slow),
    dispersion: dispersionOf(slow),
    statuses: tally(samples.flatMap(({ status }) => (status === null ? [] : [String(status)]))),
    errors: tally(samples.flatMap(({ error }) => (error === null ? [] : [error]))),
    generator: { ...health, problems },
  }
}

export function reportOf(window: LoadWindow, level: ServiceLevel): LoadReport {
  const { samples: _, ...told } = window
  return { ...told, figures: figuresOf(window, level) }
}

/** Whoever reads a window by itself is told no pass and no breach that nobody stands for. */
const undecided = (decision: ReturnType<typeof decide>) => ({
  ...decision,
  decision: 'inconclusive' as const,
  said: `${decision.said}; but nothing follows from that, since the generator of load was not in order`,
})

/** A millionth of all requests is less than one of them. */
const roundedBounds = ({ lower, upper }: LoadFigures['bounds']) => ({
  lower: Math.round(lower * 1e6) / 1e6,
  upper: Math.round(upper * 1e6) / 1e6,
})

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts = [...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length] as const)
  return Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)))
}
