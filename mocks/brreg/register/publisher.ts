import type { Publication } from '../../../contracts/konkursvarsel/notice.ts'
import type { Directory } from '../../directory.ts'
import type { Clock } from '../clock.ts'
import type { Manners } from '../manners.ts'
import { slotFor } from '../slots.ts'
import { enter } from './enter.ts'
import { fillerOrders } from './filler.ts'
import type { Notice } from './notice.ts'
import { publishedSet } from './published.ts'
import type { Register } from './register.ts'

interface Publisher {
  readonly register: Register
  readonly clock: Clock
  readonly manners: Pick<Manners, 'schedule' | 'firstSlot'>
  readonly debtors: Directory | (() => Directory)
}

/** Enters whatever a publication orders, or nothing of it, and says how many those are. */
export const publisherOf =
  ({ register, clock, manners, debtors }: Publisher) =>
  ({ notices, filler, published }: Publication): number => {
    const now = clock.now()
    const directory = typeof debtors === 'function' ? debtors() : debtors
    const orders = [...notices, ...(filler === undefined ? [] : fillerOrders(filler))]
    const entered = orders.map((order) => enter(order, directory, now))
    const all = [...entered, ...(published === true ? publishedSet(now) : [])]
    register.add(manners.schedule === 'slots' ? atSlots(all, manners.firstSlot) : all)
    return all.length
  }

/** Twelve thousand of one moment wait for one slot. */
function atSlots(notices: readonly Notice[], first: Manners['firstSlot']): readonly Notice[] {
  const slots = new Map<number, number>()
  return notices.map((notice) => {
    const slot = slots.get(notice.shownFrom) ?? slotFor(notice.shownFrom, first)
    slots.set(notice.shownFrom, slot)
    return { ...notice, shownFrom: slot }
  })
}
