import { createHash } from 'node:crypto'
import { completed, weights } from '../../../contracts/identity/check-digit.ts'

/**
 * An organisation number of nobody, always the same for a uuid. Enhetsregisteret gives out numbers that begin with 8 and
 * 9, and the reference bank's customers begin with 3.
 */
export function nobodyBehind(uuid: string): string {
  const start = createHash('sha256').update(uuid).digest().readUInt32BE(0)
  for (let step = 0; ; step += 1) {
    const number = completed(`2${String((start + step) % 10_000_000).padStart(7, '0')}`, weights.organisation)
    if (number !== null) return number
  }
}
