/** From what was measured to a place in a drawing. Whole units only: nobody sees less, and a file of many places stays small. */

export interface Scale {
  /** Where a value stands; values beyond the ends stand at the ends. */
  at(value: number): number
  /** Values that are named along the axis. */
  readonly ticks: readonly number[]
}

/** Along `length` units from `start`; a negative length goes up. */
export interface Span {
  readonly start: number
  readonly length: number
}

/** Where one millisecond and thirty seconds stand on one page: every tenfold is as wide as the next. */
export function logarithmic(least: number, most: number, { start, length }: Span): Scale {
  const [from, to] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(Math.max(most, least * 10)))]
  const share = (value: number) => (Math.log10(Math.max(value, 10 ** from)) - from) / (to - from)
  return {
    at: (value) => Math.round(start + length * Math.min(1, share(value))),
    ticks: Array.from({ length: to - from + 1 }, (_, step) => 10 ** (from + step)),
  }
}

/** From nothing to `most`, with at most six steps of 1, 2 or 5 times a power of ten. */
export function linear(most: number, { start, length }: Span): Scale {
  const end = Math.max(most, Number.MIN_VALUE)
  const power = 10 ** Math.floor(Math.log10(end / 5))
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => end / one <= 6) ?? end
  return {
    at: (value) => Math.round(start + length * Math.min(1, Math.max(0, value / end))),
    ticks: Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, count) => count * step),
  }
}
