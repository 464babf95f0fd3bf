/** Days as `yyyy-MM-dd`, reckoned without the harness's own calendar, so that a mistake in the one is not in the other. */

const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day))
const textOf = (date: Date) => date.toISOString().slice(0, 10)

/** A day that exists, written in full. */
export function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return textOf(utc(year, month, day)) === text
}

/** The same day number twelve months before; 28 February for 29 February (Q24). */
export function yearBefore(text: string): string {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const same = utc(year - 1, month, day)
  return textOf(same.getUTCMonth() === month - 1 ? same : utc(year - 1, month + 1, 0))
}

export const daysBetween = (first: string, second: string) => (Date.parse(second) - Date.parse(first)) / 86_400_000
