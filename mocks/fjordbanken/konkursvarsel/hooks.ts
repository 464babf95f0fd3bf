import type { HookName } from '../../../contracts/hooks/protocol.ts'
import type { Handlers } from '../../bank/hooks/handlers.ts'
import type { World } from '../../bank/world/model.ts'
import { kjennelsesdatoOf } from '../ledger.ts'
import type { Follower } from './follow.ts'

/** Nobody can try payments or move accounts in Fjordbanken's test environment. */
export const offered = ['poll', 'install', 'restart', 'clock', 'state'] as const satisfies readonly HookName[]

export const hooksOf = (world: World, follower: Follower): Pick<Handlers, (typeof offered)[number]> => ({
  poll: async () => done(follower.poll()),
  install: async () => done(follower.install()),
  restart: async () => done(follower.restart()),
  clock: async ({ now }) => done(follower.setClock(now)),
  state: async ({ party }) => ({
    accounts: (world.books.ownedBy.get(party) ?? []).map(({ number, closed, frozen }) => ({
      accountIdentifier: number,
      status: closed !== null ? 'deleted' : frozen || isLocked(world, party, number) ? 'disabled' : 'enabled',
    })),
    recorded: follower.recorded(party),
  }),
})

const done = async (work: Promise<void> | void): Promise<Record<string, never>> => {
  await work
  return {}
}

const isLocked = (world: World, party: string, number: string) =>
  world.books.locks.has(number) || kjennelsesdatoOf(world, party) !== null
