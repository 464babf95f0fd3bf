import type { IsoDate } from '../../../contracts/calendar.ts'

export { addDays } from '../../../contracts/calendar.ts'

/** Days of the Gregorian calendar as texts, and clock times of Oslo on them. */

const milliseconds = 86_400_000

/** Whole days from the first to the second. */
export const daysBetween = (first: IsoDate, second: IsoDate): number =>
  Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / milliseconds)

const offsets = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset' })

/** Asking the calendar is slow, and a world has thousands of times on few days. */
const known = new Map<IsoDate, string>()

/** `+01:00` or `+02:00`, as Oslo has it at noon of that day. */
function osloOffset(day: IsoDate): string {
  const held = known.get(day)
  if (held !== undefined) return held
  const zone = offsets.formatToParts(new Date(`${day}T11:00:00Z`)).find(({ type }) => type === 'timeZoneName')
  const offset = zone?.value.replace('GMT', '') || '+00:00'
  known.set(day, offset)
  return offset
}

/**
 * An RFC 3339 date-time with the offset of Oslo (catalogue F9), so that the day never shifts (KI-TRX-023).
 * `time` is `HH:mm:ss`, away from the hours of the night in which the clock is set.
 */
export const osloTime = (day: IsoDate, time: string): string => `${day}T${time}${osloOffset(day)}`
