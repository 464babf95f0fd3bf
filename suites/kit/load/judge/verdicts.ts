import type { LoadSample, LoadWindow } from '../../../../contracts/report/load.ts'
import { risk, type ServiceLevel } from '../../../../contracts/ytelse/service-level.ts'
import { weighed } from '../../judge/finding.ts'
import { all, inconclusive, type Judgement } from '../../judge/judgement.ts'
import { atLeast, limitsOf } from './binomial.ts'
import { isFailed, isSlow, jobSamples, judgedSamples, latencyOf } from './latency.ts'
import { refusable } from './refusable.ts'
import { longestSilence } from './silence.ts'
import { chanceOf, percent, toldOfSlow } from './told.ts'
import { isDegrading, trendOf } from './trend.ts'
import { decideTogether, inAll, trusted, type Windows } from './windows.ts'

/** What each requirement of performance makes of a record. Pure: a record of last year is judged like one of today. */

export type Verdict = (windows: readonly LoadWindow[], level: ServiceLevel) => Judgement

const samplesOf = (windows: readonly LoadWindow[]) => windows.flatMap(judgedSamples)

/** The share of requests that are slow or failed stays below what is agreed. */
export const quickEnough: Verdict = (windows, level) =>
  trusted(windows, level, (played, figures) => {
    const { decision, said, n, passIfAtMost } = decideTogether(figures, played, level)
    const whole = `${said}. ${toldOfSlow(
      figures,
      samplesOf(played).filter((one) => isSlow(one, level.limitMs)),
    )}`
    if (decision === 'inconclusive') return inconclusive('too-few-samples', whole)
    const what = `${percent(1 - level.share)} should be answered well within ${level.limitMs} ms of their planned time: ${whole}`
    const expected = passIfAtMost === null ? `fewer than ${percent(level.share)}` : `at most ${passIfAtMost} of ${n}`
    const statement = { what, expected, at: 'slow or failed', weight: decision === 'fail' ? 'breach' : 'note' } as const
    const count = (of: readonly LoadWindow[]) => samplesOf(of).filter((one) => isSlow(one, level.limitMs)).length
    return [weighed(played, statement, count)]
  })

/** The agreed rate is served without being told to come back later. */
export const notThrottled: Verdict = (windows, level) =>
  trusted(windows, level, (played) => {
    const count = (of: readonly LoadWindow[]) => samplesOf(of).filter(({ status }) => status === 429).length
    const refused = count(played)
    const ours = refused === 0 ? 0 : played.reduce((sum, window) => sum + refusable(window, level), 0)
    const rate = `${level.ratePerSecond} a second`
    if (refused > 0 && refused <= ours)
      return inconclusive(
        'need-not-met',
        `${refused} were refused with 429; whoever serves ${rate} by his own clock, and no more, may refuse up to ${ours} of these, since a few more leave in some seconds; one or two more a second should be allowed`,
      )
    const what = `no request should be refused for coming too often at ${rate}; ${inAll(played)}${refused} of ${samplesOf(played).length} were`
    return [weighed(played, { what, expected: 0, at: 'status 429', weight: refused === 0 ? 'note' : 'breach' }, count)]
  })

/** So many failures contradict the agreed share; fewer prove nothing. */
const contradicted =
  (isLost: (sample: LoadSample) => boolean, { apart = '', unproved = '' } = {}): Verdict =>
  (windows, level) =>
    trusted(windows, level, (played) => {
      const count = (of: readonly LoadWindow[]) => samplesOf(of).filter(isLost).length
      const n = samplesOf(played).length
      const failed = count(played)
      const { failIfAtLeast } = limitsOf(n, level.failures, risk)
      const isContradicted = failIfAtLeast !== null && failed >= failIfAtLeast
      const chance = atLeast(failed, n, level.failures)
      const agreed = percent(1 - level.failures)
      const what = isContradicted
        ? `${inAll(played)}${failed} of ${n} came to no good answer${apart}, which ${agreed} would show in ${chanceOf(chance)} of such runs`
        : `${inAll(played)}${failed} of ${n} came to no good answer${apart}; this does not contradict ${agreed}${unproved}`
      const expected = `fewer than ${failIfAtLeast ?? n} of ${n}`
      return [weighed(played, { what, expected, at: 'failed', weight: isContradicted ? 'breach' : 'note' }, count)]
    })

/** A refusal for coming too often is another row's business. */
export const availableEnough = contradicted((sample) => isFailed(sample) && sample.status !== 429, {
  apart: ' (429 apart)',
  unproved: ', and no run of this length could prove it',
})

/** Refusals and failures together. */
export const servedEnough = contradicted(isFailed)

/** Longest time without a single good answer while requests were waiting, in milliseconds. */
const longestPause = 2000

export const neverStill: Verdict = (windows, level) =>
  trusted(windows, level, (played) => {
    const measure = (of: readonly LoadWindow[]) => Math.round(Math.max(...of.map(longestSilence)))
    const still = measure(played) > longestPause
    const what = `while ${level.ratePerSecond} requests a second are waiting, some answer should come every ${longestPause / 1000} s; the longest time without one was ${measure(played)} ms`
    const expected = `at most ${longestPause} ms`
    return [
      weighed(played, { what, expected, at: 'ms without a good answer', weight: still ? 'breach' : 'note' }, measure),
    ]
  })

/** Answers grow no slower along a window. */
export const noSlower: Verdict = (windows, level) => trusted(windows, level, (played) => all(...played.map(steadiness)))

function steadiness(window: LoadWindow): Judgement {
  const latencies = judgedSamples(window).flatMap((sample) => (isFailed(sample) ? [] : [latencyOf(sample) ?? 0]))
  const trend = trendOf(latencies)
  if (trend === null)
    return inconclusive('too-few-samples', `${latencies.length} good answers in ${window.id} show no trend`)
  const { medians, p, rise } = trend
  const ms = (value = 0) => `${Math.round(value * 10) / 10} ms`
  const what = `answers should not grow slower along the window: from ${ms(medians[0])} in its first tenth to ${ms(medians.at(-1))} in its last (Mann and Kendall, p = ${p.toPrecision(2)})`
  const weight = isDegrading(trend) ? 'breach' : 'note'
  const played: Windows = [window]
  return [weighed(played, { what, expected: 'no trend', at: 'rise in ms', weight }, () => Math.round(rise * 10) / 10)]
}

/** What is answered under load is what is answered in calm. */
export const nothingWrong: Verdict = (windows, level) =>
  trusted(windows, level, (played) => {
    const compared = played.reduce((sum, window) => sum + window.compared, 0)
    if (compared === 0) return inconclusive('nothing-to-iterate', 'no answer could be compared with that in calm')
    const wrongs = (of: readonly LoadWindow[]) => of.flatMap(({ samples }) => samples.flatMap((one) => one.wrong ?? []))
    const count = (of: readonly LoadWindow[]) => wrongs(of).length
    const [first] = wrongs(played)
    const seen = first === undefined ? '' : `; the first that is not: ${first}`
    const what = `the same questions should have the same answers as in calm (${compared} were compared${seen})`
    return [weighed(played, { what, expected: 0, at: 'wrong', weight: first === undefined ? 'note' : 'breach' }, count)]
  })

/** The same share in time and rightly while another job goes on; where that was refused, nobody was held up by it. */
export const goodBesideJob: Verdict = (windows, level) =>
  trusted(windows, level, (played) => all(quickEnough(played, level), nothingWrong(played, level), jobWentOn(played)))

/** Of ten requests of the other job, so many have to be served. */
const leastServed = 9

function jobWentOn(windows: Windows): Judgement {
  const job = windows.flatMap(jobSamples)
  const served = job.filter((sample) => !isFailed(sample)).length
  return served > 0 && served * 10 >= job.length * leastServed
    ? []
    : inconclusive('need-not-met', `of ${job.length} requests of the other job ${served} were served: it did not go on`)
}
