import type { Overview } from '../../../../contracts/altinn-broker/wire.ts'
import { insist } from '../../../altinn-client/calls.ts'
import type { Client, Settings } from '../model.ts'

export type Query = Readonly<Record<string, string>>

/** What is published for the bank and not fetched yet, the oldest first (DSVE-012). */
export const searchQuery = ({ resourceId }: Settings): Query => ({
  resourceId,
  status: 'Published',
  recipientStatus: 'Initialized',
  role: 'Recipient',
  orderAscending: 'true',
})

/** More do not fit into an answer. */
const most = 100

/**
 * Everything that waits (DSVE-013): after a full answer it asks on from when the last of it was published. What other
 * systems of the bank are to fetch stays in the way, so that a full answer may have nothing new in it.
 */
export async function search(client: Client, query: Query): Promise<readonly string[]> {
  const found = new Set<string>()
  for (let from: string | null = null; ; ) {
    const ids = await ask(client, from === null ? query : { ...query, from })
    const before = found.size
    for (const id of ids) found.add(id)
    const [last] = ids.slice(-1)
    if (ids.length < most || last === undefined || found.size === before) return [...found]
    from = await justBefore(client, last)
  }
}

export const ask = async ({ calls }: Client, query: Query): Promise<readonly string[]> =>
  JSON.parse((await insist('the bank searched', calls.search(query), 200)).body.toString())

/** A bound is no part of what is found, and others may have been published in the same millisecond. */
async function justBefore(client: Client, id: string): Promise<string> {
  const { published, created } = await overviewOf(client, id)
  return new Date(Date.parse(published ?? created) - 1).toISOString()
}

export const overviewOf = async ({ calls }: Client, id: string): Promise<Overview> =>
  JSON.parse((await insist('the bank read an overview', calls.overview(id), 200)).body.toString())
