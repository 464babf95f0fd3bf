import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Period } from './period.ts'

/** Where in which result a page begins. */
interface Position {
  readonly reference: string
  readonly period: Period
  /** The last transaction of the page before: what arrives between two pages moves no border (KI-PAG-020). */
  readonly after: string
}

/** Page cursors: opaque, bound to account and period, and worth nothing once a character is changed. */
export interface Cursors {
  write(position: Position): string
  /** The transaction after which the page begins; null when the cursor is not of this account and period. */
  read(cursor: string, bound: Omit<Position, 'after'>): string | null
}

/** The secret comes from the seed, so that the same world gives the same links in every run. */
export function createCursors(seed: number): Cursors {
  const secret = createHash('sha256').update(`page cursors of the reference bank, seed ${seed}`).digest()
  const sealOf = ({ reference, period, after }: Position) =>
    createHmac('sha256', secret).update([reference, period.from, period.to, after].join('|')).digest().subarray(0, 16)
  return {
    write: (position) => Buffer.concat([sealOf(position), Buffer.from(position.after)]).toString('base64url'),
    read(cursor, bound) {
      const bytes = Buffer.from(cursor, 'base64url')
      // Without this a changed character that base64url ignores would still be taken for the same cursor.
      if (bytes.length <= 16 || bytes.toString('base64url') !== cursor) return null
      const after = bytes.subarray(16).toString()
      return timingSafeEqual(bytes.subarray(0, 16), sealOf({ ...bound, after })) ? after : null
    },
  }
}
