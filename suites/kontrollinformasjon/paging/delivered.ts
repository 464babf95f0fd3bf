import { type IsoDate, parseDateTime, today } from '../../../contracts/calendar.ts'
import type { DebtorWithLargeAccount } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { transactionsOf } from '../../../contracts/kontrollinformasjon/wire.ts'

/** What arrived of A4, over all its pages. Reserved items do not count; how the others are marked is KI-TRX-007's. */

type Transaction = Readonly<Record<string, unknown>>

const booked = (bodies: readonly unknown[]): readonly Transaction[] =>
  bodies.flatMap(transactionsOf).filter(({ status }) => status !== 'pending')

/** The day in Oslo: a bank may write UTC (Q13). Null where no day can be read. */
function bookingDay({ bookingDate }: Transaction): IsoDate | null {
  const time = parseDateTime(bookingDate)
  if (!time.ok) return null
  return time.value.instant === null ? time.value.day : today(new Date(time.value.instant))
}

/**
 * How many different ones lie in the fixture's days. Equal in every member is equal; identifiers alone may be wrong
 * (KI-TRX-004). One without a day counts, since nobody can say that it does not belong there.
 */
export function countBooked(bodies: readonly unknown[], { firstBooked, lastBooked }: DebtorWithLargeAccount): number {
  const belonging = booked(bodies).filter((transaction) => {
    const day = bookingDay(transaction)
    return day === null || (day >= firstBooked && day <= lastBooked)
  })
  return new Set(belonging.map((transaction) => JSON.stringify(transaction))).size
}

/** Whether any day can be read at all; without one nobody can tell a gap from a missing end. */
export const hasDays = (bodies: readonly unknown[]): boolean =>
  booked(bodies).some((transaction) => bookingDay(transaction) !== null)

/**
 * How many of the fixture's two ends arrived: its oldest and its newest booking day. When both did, what is missing
 * between them is a gap, and not a `next` that was forgotten (reading: missing-next-or-gap).
 */
export function countEnds(bodies: readonly unknown[], { firstBooked, lastBooked }: DebtorWithLargeAccount): number {
  const days = new Set(booked(bodies).map(bookingDay))
  return [firstBooked, lastBooked].filter((day) => days.has(day)).length
}
