/**
 * What a bank makes of a request, from when it came and what it asks: the same on sockets and in a test without any. All
 * that is drawn is drawn from one seed, and by the place of a request, so that counts are exact.
 */

interface Arrival {
  /** The how-manieth that reached the bank, from 0. */
  readonly n: number
  /** Milliseconds since the first. */
  readonly at: number
  /** A page of a large account. */
  readonly isLarge: boolean
}

/** Nothing, a delay before the usual answer, or another answer at once. */
export interface Effect {
  readonly delayMs?: number
  readonly status?: 429 | 503
}

/** Keeps what it has to remember; each bank has its own. */
export type Behaviour = (arrival: Arrival) => Effect

/** Far from the limit of 500 ms on either side. */
const slowMs = 700

/** Counts hold in any so many requests in a row: those of a standard window. */
const period = 1200

export const constantDelay = (): Behaviour => () => ({ delayMs: slowMs })

/** Exactly so many of any 1200 in a row, in groups of that size, spread by the seed. */
export function slowShare(count: number, group = 1): Behaviour {
  const places = drawn(count / group, Math.floor(period / group))
  const slow = new Set(places.flatMap((place) => Array.from({ length: group }, (_, at) => place * group + at)))
  return ({ n }) => (slow.has(n % period) ? { delayMs: slowMs } : {})
}

/** Exactly so many of any 1200 in a row are answered 503 at once. */
export function failingShare(count: number): Behaviour {
  const places = new Set(drawn(count, period))
  return ({ n }) => (places.has(n % period) ? { status: 503 } : {})
}

/** From the tenth second of each minute nothing is answered for five seconds, and then everything. */
export const stalls = (): Behaviour => (arrival) => {
  const second = (arrival.at / 1000) % 60
  return second >= 10 && second < 15 ? { delayMs: (15 - second) * 1000 } : {}
}

/** Five requests a second, and five saved up; whoever comes above that is told so. */
export function throttle(perSecond = 5): Behaviour {
  let left = perSecond
  let before = 0
  return ({ at }) => {
    left = Math.min(perSecond, left + ((at - before) * perSecond) / 1000)
    before = at
    if (left < 1) return { status: 429 }
    left -= 1
    return {}
  }
}

/** Each answer takes three quarters of a millisecond longer than the one before. */
export const degrading = (): Behaviour => (arrival) => ({ delayMs: arrival.n * 0.75 })

/** While pages of large accounts are fetched one after the other, everybody waits. */
export function slowBesideJob(): Behaviour {
  const large: number[] = []
  return ({ at, isLarge }) => {
    if (isLarge) large.push(at)
    while ((large[0] ?? at) < at - 2000) large.shift()
    return large.length >= 5 ? { delayMs: slowMs } : {}
  }
}

/** So many different numbers below `below`, from a linear congruence. */
function drawn(count: number, below: number): readonly number[] {
  const places = new Set<number>()
  for (let state = 20_261_121; places.size < count; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    places.add(Math.floor((state / 2 ** 32) * below))
  }
  return [...places]
}
