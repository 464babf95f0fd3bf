import type { Account } from '../../world/model.ts'
import type { Received } from '../../world/received.ts'
import type { Client } from '../model.ts'

/**
 * Every account of the debtor and of the units that are one with it, whatever its type (KV-037, KV-038), and with the
 * notice as the cause. Closed ones as well: it changes nothing, and nobody has to tell them apart. None that others own.
 */
export function lock(client: Client, opening: Received): readonly Account[] {
  const { locks } = client.world.books
  const touched = accountsOf(client, opening)
  for (const { number } of touched) locks.set(number, (locks.get(number) ?? new Set()).add(opening.uuid))
  return touched
}

export const accountsOf = ({ world }: Client, { debtor, units }: Received): readonly Account[] =>
  [debtor, ...units].flatMap((owner) => world.books.ownedBy.get(owner) ?? [])
