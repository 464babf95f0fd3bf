import { type IsoDate, parseDateTime, parseIsoDate } from '../../../contracts/calendar.ts'
import type { Entry } from './journal.ts'

/** From what Brreg answers to what stands in the journal. */

type Notice = Pick<Entry, 'uuid' | 'debtor' | 'type' | 'time'>

/** Null where it lacks what matters; the others of its list are read all the same. */
export function noticeIn(item: unknown): Notice | null {
  const { uuid, debitor, type, registreringstidspunkt } = Object(item) as Record<string, unknown>
  if (typeof uuid !== 'string' || !/^[0-9a-f-]{36}$/i.test(uuid)) return null
  if (typeof debitor !== 'string' || typeof type !== 'string') return null
  const time = parseDateTime(registreringstidspunkt)
  if (!time.ok || time.value.instant === null) return null
  return { uuid, debtor: debitor, type, time: new Date(time.value.instant).toISOString() }
}

/** Of a person the units in the detail are the same estate (FSPEC); of a company nobody is. */
export function entryFrom(notice: Notice, detail: Record<string, unknown>): Entry {
  const listed = notice.debtor.length === 11 ? detail.tilknyttedeEnheter : []
  const units = (Array.isArray(listed) ? listed : []).map((unit) => Object(unit).organisasjonsnummer)
  const ruling = parseIsoDate(detail.kjennelsesdato)
  return {
    ...notice,
    ruling: ruling.ok ? (ruling.value as IsoDate) : null,
    units: units.filter((unit) => typeof unit === 'string'),
  }
}
