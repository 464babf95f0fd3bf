import { type IsoDate, parseDateTime, today } from '../../../contracts/calendar.ts'

/** The day that decides in which period a transaction lies: of its booking, or of its registration while there is none (Q22). */
export function dayOf({ bookingDate, registered }: Readonly<Record<string, unknown>>): IsoDate | null {
  return osloDay(bookingDate) ?? osloDay(registered)
}

/** In Oslo, also when a bank writes UTC (Q13). Null where no day can be read. */
function osloDay(text: unknown): IsoDate | null {
  const time = parseDateTime(text)
  if (!time.ok) return null
  return time.value.instant === null ? time.value.day : today(new Date(time.value.instant))
}
