import { addDays, today } from '../../contracts/calendar.ts'
import { isWorkingDay, osloInstant } from '../../contracts/working-days.ts'
import type { Manners } from './manners.ts'

/** When something new is shown: every 15 minutes of a working day, 32 times (catalogue, section 6). */

const quarter = 15
const slotsOfADay = 32

/** The first slot at that instant or after it; both in milliseconds since 1970. */
export function slotFor(instant: number, first: Manners['firstSlot']): number {
  const [hours, minutes] = first.split(':').map(Number) as [number, number]
  for (let day = today(new Date(instant)); ; day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue
    for (let slot = 0; slot < slotsOfADay; slot += 1) {
      const minute = hours * 60 + minutes + slot * quarter
      const at = osloInstant(day, `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`)
      if (at >= instant) return at
    }
  }
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
