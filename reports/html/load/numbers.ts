import { toDigits } from '../../../contracts/report/digits.ts'
import type { Said } from '../../words.ts'

/** Measured values as people read them, in both languages. */

/** Two digits that mean something, and no more than the measurement has. */
const short = (value: number) => (value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(2))))

export const both = (text: string): Said => ({ nb: text.replace('.', ','), en: text })

/** `12 ms`, `1.5 s`; a dash for what was not measured. */
export function duration(ms: number | null): Said {
  if (ms === null) return both('–')
  return ms < 1000 ? both(`${short(ms)} ms`) : both(`${Number((ms / 1000).toFixed(ms < 10_000 ? 2 : 0))} s`)
}

/** `12 000`, in English `12,000`: five digits in a row have to be counted before they can be read. */
export function count(value: number): Said {
  const grouped = (gap: string) => (value < 10_000 ? value : String(value).replace(/\B(?=(?:\d{3})+$)/g, gap))
  return { nb: `${grouped('\u00a0')}`, en: `${grouped(',')}` }
}

/** Of all: `0,998 %`, which is not the 1 % that it has to stay below; in English without the blank. */
export function share(value: number, towards?: 'down' | 'up'): Said {
  const text = String(toDigits(value * 100, 3, towards))
  return { nb: `${text.replace('.', ',')} %`, en: `${text}%` }
}

/** Time since the window began: `1:05`. */
export const clock = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`
