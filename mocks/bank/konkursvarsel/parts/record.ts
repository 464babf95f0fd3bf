import type { Received } from '../../world/received.ts'
import { standingOf } from '../../world/received.ts'
import type { Client } from '../model.ts'

/** Kept as long as the bank lives, since the account interface asks for it (KV-072). */
export function record({ world, tell }: Client, notice: Received): void {
  const { received, standing } = world.books
  const all = [...(received.get(notice.debtor) ?? []), notice]
  received.set(notice.debtor, all)
  const stands = standingOf(all)
  if (stands === null) standing.delete(notice.debtor)
  else standing.set(notice.debtor, stands)
  if (notice.decision === 'not-understood')
    tell('not-understood', `${notice.uuid} holds a type or code that is unknown`)
  if (notice.decision === 'noted') tell('no-opening', `${notice.uuid} is about no opening that is known`)
}
