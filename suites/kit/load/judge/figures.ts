import type { LoadFigures, LoadReport, LoadWindow } from '../../../../contracts/report/load.ts'
import { rounded } from '../../../../contracts/report/load-file.ts'
import { risk, type ServiceLevel } from '../../../../contracts/ytelse/service-level.ts'
import { boundsOf } from './binomial.ts'
import { dispersionOf, episodesOf } from './clustering.ts'
import { decide } from './decide.ts'
import { healthOf } from './health.ts'
import { inOrder, isFailed, isSlow, judgedSamples, latencyOf, percentile } from './latency.ts'

/** Everything that one window says, from its record alone: one of last year gives the same. */
export function figuresOf(window: LoadWindow, level: ServiceLevel): LoadFigures {
  const { limitMs, share } = level
  const samples = judgedSamples(window)
  const slow = samples.map((sample) => isSlow(sample, limitMs))
  const count = slow.filter(Boolean).length
  const counted = { n: samples.length, share, risk, ratePerSecond: window.ratePerSecond }
  const decision = decide({ ...counted, slow: count })
  const good = inOrder(samples.filter((sample) => !isFailed(sample)).map((sample) => rounded(latencyOf(sample) ?? 0)))
  const health = healthOf(window)
  // What its own worst delay may have added: where that decides, nobody else is to blame.
  const grace = Math.max(health.lagMax, 0) + window.generator.loopDelayMax
  const sure = samples.filter((sample) => isSlow(sample, limitMs, grace)).length
  const tipped = decision.decision === 'fail' && decide({ ...counted, slow: sure }).decision !== 'fail'
  const problems = tipped
    ? [
        ...health.problems,
        `its own delays, of up to ${Math.round(grace)} ms, may have made ${count - sure} requests slow`,
      ]
    : health.problems
  return {
    n: samples.length,
    slow: count,
    failed: samples.filter(isFailed).length,
    limitMs,
    share,
    ...decision,
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

/** A millionth of all requests is less than one of them. */
const roundedBounds = ({ lower, upper }: LoadFigures['bounds']) => ({
  lower: Math.round(lower * 1e6) / 1e6,
  upper: Math.round(upper * 1e6) / 1e6,
})

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts = [...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length] as const)
  return Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)))
}
