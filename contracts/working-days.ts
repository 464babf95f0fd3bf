import { addDays, type IsoDate } from './calendar.ts'

/** Working days in Norway (arbeidsdager): Monday to Friday but for public holidays. */

const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26']

/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday. */
const movable = [-3, -2, 1, 39, 50]

export function isWorkingDay(day: IsoDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 0 || weekday === 6 || fixed.includes(day.slice(5))) return false
  const easter = easterSunday(Number(day.slice(0, 4)))
  return !movable.some((distance) => addDays(easter, distance) === day)
}

/** Of the Gregorian calendar: by the golden number, the century and the weekday (the anonymous algorithm of 1876). */
function easterSunday(year: number): IsoDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const leapCenturies = Math.floor(century / 4)
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCenturies - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  const [month, dayOfMonth] = [Math.floor(days / 31), (days % 31) + 1]
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}` as IsoDate
}

const osloTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The instant at which the clocks in Oslo show that time (`HH:mm`, in the day: the hours of a change of clocks apart). */
export function osloInstant(day: IsoDate, time: string): number {
  const winter = Date.parse(`${day}T${time}:00+01:00`)
  return osloTime.format(winter) === time ? winter : winter - 3_600_000
}
