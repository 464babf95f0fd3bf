import type { Item } from '../model.ts'

/** No order is documented: the oldest first, and of two in one millisecond the opening (KV-054). */
export const inOrder = (items: readonly Item[]): readonly Item[] =>
  items.toSorted(
    (one, other) => one.instant - other.instant || Number(one.type !== 'aapning') - Number(other.type !== 'aapning'),
  )
