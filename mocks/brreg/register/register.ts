import { createHash } from 'node:crypto'
import type { Notice } from './notice.ts'

/** Konkursregisteret: every notice that was published, by uuid and by time. */
export interface Register {
  /** One whose uuid stands there already is delivered again as it was then: `again` holds it. */
  add(notices: readonly Notice[]): void
  find(uuid: string): Notice | undefined
  /** All, by `registreringstidspunkt`, and in the order of publication where two have the same. Changes with `add` only. */
  ascending(): readonly Notice[]
  /** What `oppdatert/` gives once more, whatever time is asked from, until one list has carried it. */
  readonly again: Set<Notice>
}

export function createRegister(): Register {
  const byUuid = new Map<string, Notice>()
  const again = new Set<Notice>()
  let sorted: readonly Notice[] = []
  return {
    add(notices) {
      const fresh: Notice[] = []
      for (const notice of notices) {
        const before = byUuid.get(notice.uuid)
        if (before !== undefined) {
          again.add(before)
          continue
        }
        byUuid.set(notice.uuid, notice)
        fresh.push(notice)
      }
      // The sort is stable: twins stay in the order in which they were published.
      if (fresh.length > 0) sorted = [...sorted, ...fresh].sort((one, other) => one.registered - other.registered)
    },
    find: (uuid) => byUuid.get(uuid),
    ascending: () => sorted,
    again,
  }
}

/** A disorder that is the same every time. */
export const shuffled = (notices: readonly Notice[]): readonly Notice[] =>
  notices.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))

const places = new WeakMap<Notice, string>()
function placeOf(notice: Notice): string {
  const place = places.get(notice) ?? createHash('sha256').update(notice.uuid).digest('hex')
  places.set(notice, place)
  return place
}
