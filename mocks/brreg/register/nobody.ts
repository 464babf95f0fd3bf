import { createHash } from 'node:crypto'
import { mod11 } from '../../../contracts/identity/check-digit.ts'

const weights = [3, 2, 7, 6, 5, 4, 3, 2]

/**
 * An organisation number of nobody, always the same for a uuid. Enhetsregisteret gives out numbers that begin with 8 and
 * 9, and the reference bank's customers begin with 3.
 */
export function nobodyBehind(uuid: string): string {
  const start = createHash('sha256').update(uuid).digest().readUInt32BE(0)
  for (let step = 0; ; step += 1) {
    const front = `2${String((start + step) % 10_000_000).padStart(7, '0')}`
    const last = mod11(front, weights)
    if (last !== null) return `${front}${last}`
  }
}
