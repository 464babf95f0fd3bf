/** How many reports seconds hold. Times are milliseconds since 1970, in any order. */

const secondMs = 1000

/** Whether seconds can be laid so that none of them holds more than that. */
export function fits(times: readonly number[], most: number): boolean {
  if (times.length === 0) return true
  // A second that holds the same begins with one of them as well.
  return times.some((begin) => {
    const phase = begin % secondMs
    const held = new Map<number, number>()
    for (const time of times) {
      const second = Math.floor((time - phase) / secondMs)
      held.set(second, (held.get(second) ?? 0) + 1)
    }
    return Math.max(...held.values()) <= most
  })
}

/** Of all seconds that there are, wherever they begin. */
export function mostInAnySecond(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other)
  let from = 0
  let most = 0
  for (const [at, time] of sorted.entries()) {
    while (time - (sorted[from] ?? time) >= secondMs) from += 1
    most = Math.max(most, at - from + 1)
  }
  return most
}

/** How many waits there were at one time, at most; one that ends when another begins does not meet it. */
export function mostAtOnce(waits: readonly { readonly from: number; readonly until: number }[]): number {
  const counts = waits.map(({ until: at }) => waits.filter(({ from, until }) => from < at && until >= at).length)
  return Math.max(0, ...counts)
}
