/** Exact probabilities of the binomial distribution, and the limits that follow from them. No table, no approximation. */

const logFactorials: number[] = [0]

/** ln(n!), from the sum of logarithms; kept, since a limit asks for thousands of them. */
function logFactorial(n: number): number {
  for (let next = logFactorials.length; next <= n; next++)
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next))
  return logFactorials[n] ?? 0
}

/** P(X = k) for X of n trials that each succeed with p. */
export function exactly(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0
  if (p <= 0) return k === 0 ? 1 : 0
  if (p >= 1) return k === n ? 1 : 0
  const ways = logFactorial(n) - logFactorial(k) - logFactorial(n - k)
  return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p))
}

/** P(X ≤ k). The smaller tail is summed, so that a small probability keeps its digits. */
export function atMost(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return k < n * p ? tail(k, -1, n, p) : 1 - tail(k + 1, 1, n, p)
}

/** P(X ≥ k). */
export function atLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1
  if (k > n) return 0
  return k > n * p ? tail(k, 1, n, p) : 1 - tail(k - 1, -1, n, p)
}

/** The sum from k outwards; terms shrink, and those that no longer count end it. */
function tail(from: number, step: 1 | -1, n: number, p: number): number {
  const odds = p / (1 - p)
  let sum = 0
  let term = exactly(from, n, p)
  for (let k = from; k >= 0 && k <= n; k += step) {
    sum += term
    if (term < sum * 1e-17) break
    term *= step === 1 ? ((n - k) / (k + 1)) * odds : k / (n - k + 1) / odds
  }
  return Math.min(1, sum)
}

interface Limits {
  /** The largest count at which "fewer than p" is shown: P(X ≤ r) ≤ risk. Null where not even 0 shows it. */
  readonly passIfAtMost: number | null
  /** The smallest count at which "more than p" is shown: P(X ≥ k) ≤ risk. Null where not even n shows it. */
  readonly failIfAtLeast: number | null
}

export function limitsOf(n: number, p: number, risk: number): Limits {
  const middle = Math.floor(n * p)
  // Both conditions are monotone in the count, so the edge can be found by halving.
  const pass = last(-1, Math.max(0, middle), (r) => r < 0 || atMost(r, n, p) <= risk)
  const fail = last(-1, n - middle, (steps) => steps < 0 || atLeast(n - steps, n, p) <= risk)
  return { passIfAtMost: pass < 0 ? null : pass, failIfAtLeast: fail < 0 ? null : n - fail }
}

/** The largest number of [from, to] that holds, where all that hold come first; `from` holds. */
function last(from: number, to: number, holds: (value: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2)
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}

/** One-sided bounds of the true share after k of n were seen (Clopper and Pearson, 1934). */
export function boundsOf(k: number, n: number, risk: number): { readonly lower: number; readonly upper: number } {
  if (n === 0) return { lower: 0, upper: 1 }
  return {
    lower: k === 0 ? 0 : root((p) => atLeast(k, n, p) < risk),
    upper: k === n ? 1 : root((p) => atMost(k, n, p) > risk),
  }
}

/** Where a condition that holds for small p ceases to. */
function root(holds: (p: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}
