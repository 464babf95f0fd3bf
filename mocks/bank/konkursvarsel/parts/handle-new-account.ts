import type { Account } from '../../world/model.ts'
import { openingsAfter } from '../../world/received.ts'
import type { Client } from '../model.ts'

/** An account that is opened while a bankruptcy is: locked because of it, or released, as the bank declares (KV-049). */
export function handleNewAccount({ world, settings }: Client, { number, owner }: Account): void {
  if (settings.policies.newAccount === 'released') return
  const causes = [...world.books.received.values()]
    .flatMap(openingsAfter)
    .filter(({ released, notice }) => !released && (notice.debtor === owner || notice.units.includes(owner)))
    .map(({ notice }) => notice.uuid)
  if (causes.length > 0) world.books.locks.set(number, new Set(causes))
}
