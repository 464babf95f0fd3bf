import type { IsoDate } from '../../../contracts/calendar.ts'
import type { World } from '../../bank/world/model.ts'

/**
 * Fjordbanken's journal of notices about its customers. Nothing is changed because of one notice: after each the debtor is
 * settled anew from all of them, in the order of registration. Locks are known by the debtor, whose they all are.
 */
export interface Entry {
  readonly uuid: string
  readonly debtor: string
  readonly type: string
  readonly time: string
  readonly ruling: IsoDate | null
  readonly units: readonly string[]
}

interface Journal {
  has(uuid: string): boolean
  add(entry: Entry): void
  of(debtor: string): readonly Entry[]
  /** As text, and from it; null empties it. */
  write(): string
  restore(text: string | null): void
}

export function openJournal(world: World): Journal {
  let entries: Entry[] = []
  const settle = (debtor: string) => {
    const own = entries.filter((entry) => entry.debtor === debtor).toSorted(byTime)
    const isBankrupt = standing(own, ['sletting']) !== null
    for (const owner of [debtor, ...own.flatMap(({ units }) => units)])
      for (const { number } of world.books.ownedBy.get(owner) ?? []) setLock(world, number, debtor, isBankrupt)
    const latest = standing(own, ['sletting', 'oppheving', 'avslutning'])
    if (latest === null) world.books.standing.delete(debtor)
    else
      world.books.standing.set(debtor, {
        kjennelsesdato: latest.ruling ?? (latest.time.slice(0, 10) as IsoDate),
        registered: latest.time,
      })
  }
  return {
    has: (uuid) => entries.some((entry) => entry.uuid === uuid),
    of: (debtor) => entries.filter((entry) => entry.debtor === debtor),
    add(entry) {
      entries.push(entry)
      settle(entry.debtor)
    },
    write: () => JSON.stringify(entries),
    restore(text) {
      world.books.standing.clear()
      world.books.locks.clear()
      entries = text === null ? [] : JSON.parse(text)
      for (const debtor of new Set(entries.map((entry) => entry.debtor))) settle(debtor)
    },
  }
}

function setLock({ books }: World, number: string, cause: string, isLocked: boolean): void {
  const causes = books.locks.get(number) ?? new Set()
  if (isLocked) causes.add(cause)
  else causes.delete(cause)
  if (causes.size > 0) books.locks.set(number, causes)
  else books.locks.delete(number)
}

/** The latest opening that none of these types has ended. */
function standing(own: readonly Entry[], ends: readonly string[]): Entry | null {
  const open: Entry[] = []
  for (const entry of own) {
    if (entry.type === 'aapning') open.push(entry)
    else if (ends.includes(entry.type)) open.pop()
  }
  return open.at(-1) ?? null
}

const byTime = (one: Entry, other: Entry) =>
  one.time.localeCompare(other.time) || Number(one.type !== 'aapning') - Number(other.type !== 'aapning')
