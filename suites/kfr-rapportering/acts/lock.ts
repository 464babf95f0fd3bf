import { accountsOf } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import { defineAct } from '../../kit/run/act.ts'
import { rulingOf } from '../../konkursvarsel/as-brreg.ts'
import { openLedger } from '../../konkursvarsel/ledger.ts'
import { poll } from '../../konkursvarsel/poll.ts'
import { estateOf } from '../../kontrollinformasjon/bosiden.ts'
import { opensAccount } from '../events.ts'
import { byName, happen } from '../happen.ts'

/** A bankruptcy is published at Brreg, and the accounts are locked; the register is told nothing of it. */
export const lock = defineAct({
  name: 'kfr-lock',
  polls: 1,
  movesClock: false,
  play: async (stage) => {
    const id = stage.target.fixtures.F39?.id ?? ''
    await asBefore(stage, id)
    await stage.scene('opening')
    const ledger = openLedger(stage, 'kfr-lock')
    await ledger.turn(1)
    // After all that was registered before it, in a clock that had been moved as well: some never look back.
    const opening = ledger.enter({ debtor: 'F39' })
    const published = await stage.tell('publish', { publication: { notices: [opening] } })
    const polled = await poll(stage, 'an opening')
    const { list } = estateOf(stage.target, 'F39', { id, kjennelsesdato: rulingOf(stage.target, 'F39') })
    const accounts = stage.offers('state') ? await stage.hook('state', { party: id }) : await stage.ask(list)
    await stage.scene('afterwards')
    const marker = await happen(stage, [opensAccount('F40')])
    return { target: stage.target, published, polled, accounts, events: byName(marker), seen: await stage.seen() }
  },
})

/** A run before this one has locked F39 and made F40 a customer; who can be as on the first day is. */
async function asBefore(stage: Stage, party: string): Promise<void> {
  await stage.scene('before')
  if (!stage.offers('state') || !stage.offers('install')) return
  const { body } = await stage.hook('state', { party })
  if (accountsOf(body).some(({ status }) => status === 'disabled')) await stage.hook('install', {})
}
