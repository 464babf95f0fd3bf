/** What is drawn from one stream of numbers in [0, 1). */
export interface Draw {
  /** A whole number of both bounds and all between. */
  from(least: number, most: number): number
  isDrawn(probability: number): boolean
  oneOf<T>(values: readonly T[]): T
  uuid(): string
}

export function drawFrom(random: () => number): Draw {
  const from: Draw['from'] = (least, most) => least + Math.floor(random() * (most - least + 1))
  const digits = (count: number) => Array.from({ length: count }, () => from(0, 15).toString(16)).join('')
  return {
    from,
    isDrawn: (probability) => random() < probability,
    oneOf(values) {
      const value = values[from(0, values.length - 1)]
      if (value === undefined) throw new Error('nothing to draw from')
      return value
    },
    uuid: () => `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`,
  }
}
