/** What is said where nothing was wrong: written with the verdict, and read again by whoever says it in other languages. */
export const allInOrder = (observations: number): string =>
  `${observations} observation${observations === 1 ? '' : 's'}, all in order`

/** How many there were; null where something else is said. */
export function observationsIn(message: string): number | null {
  const count = /^\d+/.exec(message)?.[0]
  return count !== undefined && message === allInOrder(Number(count)) ? Number(count) : null
}
