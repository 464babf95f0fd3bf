import type { DebtorWithLargeAccount } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { transactionsOf } from '../../../contracts/kontrollinformasjon/wire.ts'

/** What arrived of A4, over all its pages. Items that are only reserved do not count. */

const booked = (bodies: readonly unknown[]) =>
  bodies.flatMap(transactionsOf).filter(({ status }) => status === 'booked' || status === undefined || status === null)

/** How many different booked transactions there are. */
export const countBooked = (bodies: readonly unknown[]): number =>
  new Set(booked(bodies).map(({ transactionIdentifier }) => transactionIdentifier)).size

/**
 * How many of the fixture's two ends arrived: its oldest and its newest booking day. When both did, what is missing
 * between them is a gap, and not a `next` that was forgotten (reading: missing-next-or-gap).
 */
export function countEnds(bodies: readonly unknown[], { firstBooked, lastBooked }: DebtorWithLargeAccount): number {
  const days = new Set(booked(bodies).map(({ bookingDate }) => String(bookingDate).slice(0, 10)))
  return [firstBooked, lastBooked].filter((day) => days.has(day)).length
}
