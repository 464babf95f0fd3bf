import { toDigits } from '../../../../contracts/report/digits.ts'
import type { LoadFigures } from '../../../../contracts/report/load.ts'
import { profiles } from '../profile.ts'
import { atLeast, atMost, boundsOf, limitsOf } from './binomial.ts'

/** One decision from a count, and why. */

interface Decision extends Pick<LoadFigures, 'passIfAtMost' | 'failIfAtLeast' | 'decision' | 'said'> {}

interface Counted {
  readonly n: number
  readonly slow: number
  readonly share: number
  readonly risk: number
  /** Of judged requests. */
  readonly ratePerSecond: number
}

/** n was fixed before the first request: who looks every hundred and stops when it looks well, passes too often. */
export function decide(counted: Counted): Decision {
  const { n, slow, share, risk } = counted
  const limits = limitsOf(n, share, risk)
  const { passIfAtMost, failIfAtLeast } = limits
  const seen = `${slow} of ${n} were slow or failed`
  const percent = percentOf(share)
  const { lower, upper } = boundsOf(slow, n, risk)
  const sure = `with ${percentOf(1 - risk)} confidence`
  if (passIfAtMost !== null && slow <= passIfAtMost)
    return {
      ...limits,
      decision: 'pass',
      said: `${seen} (in truth at most ${percentOf(upper, 'up')}); up to ${passIfAtMost} show a share below ${percent} ${sure}`,
    }
  if (failIfAtLeast !== null && slow >= failIfAtLeast)
    return {
      ...limits,
      decision: 'fail',
      said: `${seen} (in truth at least ${percentOf(lower, 'down')}); ${failIfAtLeast} or more show a share of ${percent} or more ${sure}`,
    }
  const between =
    passIfAtMost === null
      ? `so few requests can show no pass, and a breach from ${failIfAtLeast ?? 'none'} on`
      : `a pass needs at most ${passIfAtMost}, a breach at least ${failIfAtLeast}`
  return { ...limits, decision: 'inconclusive', said: `${seen}; ${between}; ${settling(counted)}` }
}

/** More than a day at the agreed rate settles nothing for anybody. */
const mostRequests = 1_000_000

/** Of runs of that length, so many shall be decided: where just the limit is expected, every other one is not. */
const often = 0.8

/** How many requests would settle it, were the true share what it was here. */
export function settledBy({ n, slow, share, risk }: Counted): number | null {
  if (n === 0) return null
  const seen = slow / n
  const isSettled = (size: number) => {
    const { passIfAtMost, failIfAtLeast } = limitsOf(size, share, risk)
    return (
      (passIfAtMost !== null && atMost(passIfAtMost, size, seen) >= often) ||
      (failIfAtLeast !== null && atLeast(failIfAtLeast, size, seen) >= often)
    )
  }
  let high = n
  while (!isSettled(high)) {
    if (high >= mostRequests || seen === share) return null
    high = Math.min(mostRequests, high * 2)
  }
  let low = Math.max(n, Math.floor(high / 2))
  while (high - low > Math.max(1, Math.floor(high / 200))) {
    const middle = Math.floor((low + high) / 2)
    if (isSettled(middle)) high = middle
    else low = middle
  }
  return high
}

function settling(counted: Counted): string {
  const needed = settledBy(counted)
  if (needed === null)
    return 'the share seen is so near the limit that no reasonable number of requests would settle it'
  const rounded = Math.ceil(needed / 100) * 100
  return `about ${inWords(rounded)} requests would settle it in four of five runs if they go on like this (${duration(rounded / counted.ratePerSecond)} at ${round(counted.ratePerSecond)}/s); ${makerOf(rounded)}`
}

/** Which profile makes so many, for whoever wants to know what to do next. */
function makerOf(requests: number): string {
  const maker = Object.values(profiles).find(({ n, windows }) => n * windows >= requests)
  return maker === undefined
    ? 'no profile makes so many, so only a share further from the limit can be decided'
    : `the profile ${maker.name} makes ${maker.n * maker.windows}`
}

/** Six digits in a row may be somebody’s, and are masked wherever they are told. */
const inWords = (requests: number) => (requests < 100_000 ? `${requests}` : `${Math.ceil(requests / 1000)} thousand`)

/** Three digits of a share say all that so many requests can. */
const percentOf = (share: number, towards?: 'down' | 'up') => `${toDigits(share * 100, 3, towards)} %`

export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${round(Math.ceil(seconds / 360) / 10)} h`
}

const round = (value: number) => Math.round(value * 1000) / 1000
