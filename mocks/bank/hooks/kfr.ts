import type { KfrReporter } from '../kfr/client.ts'
import { endLoan, grantMandate, openLoan, restore, revokeMandate } from '../world/kfr/changes.ts'
import { kfrFixturesOf } from '../world/kfr/fixtures.ts'
import type { World } from '../world/model.ts'
import { type Handlers, type KfrHook, Unknown } from './handlers.ts'

/** What a bank's people do that has to be reported to the register of customers, and the register itself. */

/** What the area that has opened or closed an account says of it is the answer; here it is only reported. */
type Followed = 'open-account' | 'close-account' | 'install'

export function kfrHooksOf(world: World, reporter: KfrReporter): Pick<Handlers, KfrHook | Followed> {
  const { day, books } = world
  const before = [...books.accounts]
  const customers = Object.values(kfrFixturesOf(world)).map(({ id }) => id)
  const done = (account: object | null, missing: string, ...parties: readonly string[]) => {
    if (account === null) throw new Unknown(missing)
    reporter.changed(...parties)
    return {}
  }
  return {
    'open-account': async ({ party }) => {
      reporter.changed(party)
      return { accountIdentifier: '' }
    },
    'close-account': async ({ party }) => {
      reporter.changed(party)
      return {}
    },
    install: async () => {
      restore(world, customers, before)
      reporter.reset()
      return {}
    },
    'open-loan': async ({ party, guarantor }) =>
      done(
        openLoan(world, party, day, guarantor),
        'the bank knows no such party',
        party,
        ...(guarantor === undefined ? [] : [guarantor]),
      ),
    'end-loan': async ({ party }) => done(endLoan(world, party, day), 'the party has no loan', party),
    'grant-mandate': async ({ party, owner }) =>
      done(grantMandate(world, owner, party), 'the owner has no account', party, owner),
    'revoke-mandate': async ({ party, owner }) =>
      done(revokeMandate(world, owner, party), 'the party disposes of no account of the owner', party, owner),
    'initial-load': async () => {
      await reporter.load()
      return {}
    },
    reconcile: async ({ parties }) => {
      const unknown = parties.some((id) => !books.ownedBy.has(id) && !world.parties.some((party) => party.id === id))
      if (unknown) throw new Unknown('the bank knows no such party')
      await reporter.reconcile(parties)
      return {}
    },
  }
}
