import type { Received } from '../../world/received.ts'
import type { Client } from '../model.ts'

/** Only what that opening locked, of whomever (KV-051 to KV-053, KV-058). */
export function reopen({ world }: Client, opening: Received): void {
  const { locks } = world.books
  for (const [number, causes] of locks) {
    causes.delete(opening.uuid)
    if (causes.size === 0) locks.delete(number)
  }
}
