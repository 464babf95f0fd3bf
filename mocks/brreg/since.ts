import { parseDateTime, parseIsoDate } from '../../contracts/calendar.ts'
import type { Manners } from './manners.ts'

/** As it stands in every answer (catalogue, section 5). */
const usual = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** The instant that a path asks from, in milliseconds since 1970; null where it is answered 400. `raw`: as on the wire. */
export function readSince(raw: string, manners: Pick<Manners, 'colons' | 'otherTimes'>): number | null {
  if (manners.colons === 'raw' && /%3a/i.test(raw)) return null
  if (manners.colons === 'encoded' && raw.includes(':')) return null
  const text = decodedOnce(raw)
  if (text === null) return null
  if (!usual.test(text) && manners.otherTimes === '400') return null
  const day = parseIsoDate(text)
  if (day.ok) return Date.parse(`${day.value}T00:00:00Z`)
  const time = parseDateTime(text)
  return time.ok ? time.value.instant : null
}

/** `raw`: as on the wire. */
export const isUsualTime = (raw: string): boolean => usual.test(decodedOnce(raw) ?? '')

/** Percent-decoded once; null where an escape is broken. */
export function decodedOnce(raw: string): string | null {
  try {
    return decodeURIComponent(raw)
  } catch {
    return null
  }
}
