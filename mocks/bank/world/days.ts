import type { IsoDate } from '../../../contracts/calendar.ts'

/** Days of the Gregorian calendar as texts, and clock times of Oslo on them. */

const milliseconds = 86_400_000

/** So many days later; negative for earlier. */
export const addDays = (day: IsoDate, count: number): IsoDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * milliseconds).toISOString().slice(0, 10) as IsoDate

/** Whole days from the first to the second. */
export const daysBetween = (first: IsoDate, second: IsoDate): number =>
  Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / milliseconds)

const offsets = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset' })

/** `+01:00` or `+02:00`, as Oslo has it at noon of that day. */
function osloOffset(day: IsoDate): string {
  const zone = offsets.formatToParts(new Date(`${day}T11:00:00Z`)).find(({ type }) => type === 'timeZoneName')
  return zone?.value.replace('GMT', '') || '+00:00'
}

/**
 * An RFC 3339 date-time with the offset of Oslo (catalogue F9), so that the day never shifts (KI-TRX-023).
 * `time` is `HH:mm:ss`, away from the hours of the night in which the clock is set.
 */
export const osloTime = (day: IsoDate, time: string): string => `${day}T${time}${osloOffset(day)}`
