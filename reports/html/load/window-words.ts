import type { LoadReport } from '../../../contracts/report/load.ts'
import { loadNameWords, type Said } from '../../words.ts'
import { both } from './numbers.ts'

/** How a window is called, and what may be said of it. */

/** Findings stand on windows as they stand on exchanges: by id, which is `w1`, `w2`, …. */
export const isWindow = (id: string): boolean => /^w\d+$/.test(id)

export const calledBy = (name: string): Said => loadNameWords[name as keyof typeof loadNameWords] ?? both(name)

/** `Uten annet arbeid 2/3`. */
export function nameOf({ name, part }: LoadReport): Said {
  const { nb, en } = calledBy(name)
  const of = part.of === 1 ? '' : ` ${part.number}/${part.of}`
  return { nb: `${nb}${of}`, en: `${en}${of}` }
}
