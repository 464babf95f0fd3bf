import type { World } from '../../world/model.ts'
import type { Client, Item } from '../model.ts'

/** Whether the debtor is a customer: by the whole number as a text, and by nothing else (KV-028 to KV-031). */
export const match = ({ world }: Client, { debtor }: Item): boolean => customersOf(world).has(debtor)

const others = new WeakMap<World['parties'], Set<string>>()

/** Whoever owns an account, or has a role on somebody else's. */
function customersOf({ parties, books }: World): { has(id: string): boolean } {
  let known = others.get(parties)
  if (known === undefined) {
    known = new Set(books.accounts.flatMap((account) => account.others.map(({ party }) => party)))
    others.set(parties, known)
  }
  const withRoles = known
  return { has: (id) => books.ownedBy.has(id) || withRoles.has(id) }
}
