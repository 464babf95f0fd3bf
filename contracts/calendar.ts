import { type Branded, type Parsed, parsed, refused } from './parsed.ts'

/** Days and times as they stand in bodies and questions. A day belongs to Europe/Oslo unless a zone is written. */

/** `yyyy-MM-dd`, a day that exists. Compares as text. */
export type IsoDate = Branded<'IsoDate'>

export interface DateTime {
  /** The day as written; with an offset it may be another day in Oslo. */
  readonly day: IsoDate
  /** Minutes east of UTC; null when no zone is written. */
  readonly offset: number | null
  /** Milliseconds since 1970 UTC; null when no zone is written. */
  readonly instant: number | null
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Hours of an offset may stand alone, and the offset may be missing: catalogue, Q13. No leap seconds. */
const dateTimePattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d+)?(Z|[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?$/i

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysInMonth = (year: number, month: number) =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const isoDate = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate

/** `yyyy-MM-dd` of the Gregorian calendar, years 0000 to 9999. */
export function parseIsoDate(input: unknown): Parsed<IsoDate> {
  if (typeof input !== 'string') return refused('not-text', 'a date, yyyy-MM-dd')
  const match = datePattern.exec(input)
  if (!match) return refused('shape', 'a date, yyyy-MM-dd')
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? parsed(input as IsoDate) : refused('calendar', 'a day that exists')
}

/** `yyyy-MM-ddTHH:mm:ss`, with or without a fraction, and with `Z`, `+hh`, `+hh:mm` or no zone at all (Q13). */
export function parseDateTime(input: unknown): Parsed<DateTime> {
  const expected = 'a date-time, yyyy-MM-ddTHH:mm:ss with Z, +hh, +hh:mm or no zone'
  if (typeof input !== 'string') return refused('not-text', expected)
  const match = dateTimePattern.exec(input)
  if (!match) return refused('shape', expected)
  const [, date, hours, minutes, seconds, fraction, zone] = match
  const day = parseIsoDate(date)
  if (!day.ok) return day
  if (zone === undefined) return parsed({ day: day.value, offset: null, instant: null })
  const offset = offsetOf(zone)
  const midnight = Date.parse(`${day.value}T00:00:00Z`)
  const written = (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000
  const milliseconds = Number((fraction ?? '.0').slice(1, 4).padEnd(3, '0'))
  return parsed({ day: day.value, offset, instant: midnight + written + milliseconds - offset * 60_000 })
}

/** Minutes east of UTC. `-00:00` is UTC like the others (RFC 3339 §4.3). */
function offsetOf(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const [hours, minutes = 0] = zone.slice(1).split(':').map(Number) as [number, number?]
  const size = hours * 60 + minutes
  return zone.startsWith('-') && size > 0 ? -size : size
}

/**
 * The same day number so many calendar months earlier, or the last day of that month when it has no such day (Q24).
 * Throws RangeError when `months` is no whole number of 0 or more, or when the year would be before 0000.
 */
export function minusMonths(date: IsoDate, months: number): IsoDate {
  if (!Number.isSafeInteger(months) || months < 0) throw new RangeError('months: a whole number, 0 or more')
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const count = year * 12 + (month - 1) - months
  if (count < 0) throw new RangeError('months: goes back beyond the year 0000')
  const [intoYear, intoMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return isoDate(intoYear, intoMonth, Math.min(day, daysInMonth(intoYear, intoMonth)))
}

/** So many days later; negative for earlier. */
export const addDays = (day: IsoDate, count: number): IsoDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10) as IsoDate

const osloCalendar = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in Europe/Oslo at that instant (Q23). Throws RangeError for an invalid Date. */
export function today(clock: Date): IsoDate {
  const parts = osloCalendar.formatToParts(clock)
  const [year, month, day] = (['year', 'month', 'day'] as const).map((type) =>
    Number(parts.find((part) => part.type === type)?.value),
  ) as [number, number, number]
  return isoDate(year, month, day)
}
