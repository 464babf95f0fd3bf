import type { Hooks } from '../../../contracts/hooks/protocol.ts'
import type { Konkursvarsel } from '../konkursvarsel/client.ts'
import { closeAccount, openAccount } from '../world/changes.ts'
import type { Account, World } from '../world/model.ts'
import { isBlocked, ownedBy } from '../world/queries.ts'
import { type Handlers, type KfrHook, type RegisterHook, Unknown } from './handlers.ts'

export function hooksOf(world: World, client: Konkursvarsel): Omit<Handlers, KfrHook | RegisterHook> {
  /** The account interface lives on the day of its world. */
  const { day } = world
  return {
    poll: async () => {
      await client.poll()
      return {}
    },
    restart: async () => {
      await client.restart()
      return {}
    },
    install: async () => {
      await client.install()
      return {}
    },
    clock: async ({ now }) => {
      client.setClock(now)
      return {}
    },
    state: async ({ party }) => ({
      accounts: ownedBy(world, party).map((account) => ({
        accountIdentifier: account.number,
        status: statusOf(world, account),
      })),
      ...recordedOf(world, party),
    }),
    'close-account': async ({ party, accountIdentifier }) => {
      if (closeAccount(world, party, accountIdentifier, day) === null)
        throw new Unknown('the party has no such account')
      return {}
    },
    'open-account': async ({ party }) => {
      const account = openAccount(world, party, day)
      if (account === null) throw new Unknown('the bank knows no such party')
      client.handleNewAccount(account)
      return { accountIdentifier: account.number }
    },
    use: async ({ accountIdentifier, by }) => {
      const account = world.accounts.findLast(({ number }) => number === accountIdentifier)
      if (account === undefined) throw new Unknown('the bank has no such account')
      return { allowed: client.isUsable(account, by) }
    },
  }
}

const statusOf = (world: World, account: Account) => {
  if (account.owned.to !== null) return 'deleted'
  return isBlocked(world, account) ? 'disabled' : 'enabled'
}

function recordedOf({ books }: World, party: string): Pick<Hooks['state']['answer'], 'recorded'> {
  const recorded = (books.received.get(party) ?? []).flatMap(({ uuid, decision }) =>
    decision === null ? [] : [{ uuid, decision }],
  )
  return recorded.length === 0 ? {} : { recorded }
}
