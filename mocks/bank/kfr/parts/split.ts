import { fileLimits } from '../../../../contracts/kfr/operations.ts'
import type { Entry } from '../model.ts'

/** Characters of an element: eleven digits, a day, the sign between them, and the comma. */
const largestElement = 23

/** In as many files as are needed for none to be too large (KFRB-035). */
export function split(all: readonly Entry[]): readonly (readonly Entry[])[] {
  const most = Math.floor(fileLimits.certain / largestElement)
  return Array.from({ length: Math.ceil(all.length / most) }, (_, index) => all.slice(index * most, (index + 1) * most))
}
