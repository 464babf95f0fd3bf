import type { LoadFigures, LoadSample, LoadWindow } from '../../../../contracts/report/load.ts'
import { rounded } from '../../../../contracts/report/load-file.ts'
import { inOrder, percentile } from './latency.ts'

/** Whether the generator did what it had to. Where it did not, nothing is said about the participant. */

/** What a healthy generator stays within, in milliseconds: a twentieth of a limit of 500. */
const bounds = { lagP99: 25, loopDelayP99: 25, rateError: 0.01, leapt: 1000 } as const

export function healthOf(window: LoadWindow): LoadFigures['generator'] {
  const { samples, generator } = window
  const lags = inOrder(samples.flatMap(({ planned, sent }) => (sent === null ? [] : [sent - planned])))
  const figures = {
    lagP99: rounded(percentile(lags, 0.99) ?? 0),
    lagMax: rounded(lags.at(-1) ?? 0),
    unsent: samples.filter(({ sent, error }) => sent === null || error === 'unsent').length,
    achievedPerSecond: achieved(samples, window),
  }
  const asked = window.ratePerSecond
  const problems = [
    ...(window.whole ? [] : ['the window was ended before its last request']),
    ...(samples.length === window.n ? [] : [`${samples.length} of ${window.n} requests are on record`]),
    ...(figures.unsent === 0 ? [] : [`${figures.unsent} requests never left the generator`]),
    ...over('99 % of its requests left up to', 'late', figures.lagP99, bounds.lagP99),
    ...over(
      '99 % of the time its thread was held up for as long as',
      'at a time',
      generator.loopDelayP99,
      bounds.loopDelayP99,
    ),
    // Tokens and connections do not outlive that, and on some machines no other clock shows it.
    ...(Math.abs(generator.leaptMs ?? 0) <= bounds.leapt
      ? []
      : [`its machine slept, or its clock was set by ${Math.round((generator.leaptMs ?? 0) / 1000)} s`]),
    ...(Math.abs(figures.achievedPerSecond / asked - 1) <= bounds.rateError
      ? []
      : [`it sent ${figures.achievedPerSecond} requests a second, and not ${asked}`]),
  ]
  return { ...figures, problems }
}

const over = (what: string, how: string, ms: number, most: number): string[] =>
  ms <= most ? [] : [`${what} ${Math.round(ms * 10) / 10} ms ${how}, where ${most} ms are borne`]

/**
 * Requests a second, from what left and when beside the plan: the schedule itself is drawn, and a window of 300 planned by
 * Poisson is not exactly thirty seconds long.
 */
function achieved(samples: readonly LoadSample[], { ratePerSecond }: LoadWindow): number {
  const sent = samples.filter((sample) => sample.sent !== null)
  const [first, last] = [sent[0], sent.at(-1)]
  if (first === undefined || last === undefined || samples.length < 2) return 0
  const planned = (samples.at(-1)?.planned ?? 0) - (samples[0]?.planned ?? 0)
  const took = (last.sent ?? 0) - (first.sent ?? 0)
  const share = (sent.length - 1) / (samples.length - 1)
  return took <= 0 ? 0 : Math.round(ratePerSecond * share * (planned / took) * 1000) / 1000
}
