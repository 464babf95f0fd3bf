import { minusMonths } from '../../../contracts/calendar.ts'
import { monthsBeforeRuling } from '../../../contracts/kontrollinformasjon/profile.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { change } from '../../kit/ask/request.ts'
import { defineAct } from '../../kit/run/act.ts'
import { referencesIn } from '../../kontrollinformasjon/operations.ts'
import { followNext } from '../../kontrollinformasjon/paging/walk.ts'
import { noticeCase, rulingOf } from '../as-brreg.ts'
import { openLedger } from '../ledger.ts'
import { lookUp, standsInRegister } from '../look-up.ts'
import { idOf, playScene } from '../scene.ts'

/**
 * A bankruptcy as its bostyrer lives it, from the opening to its end, on K1: the accounts are locked, what they hold and
 * what went over them for twelve months is told, and with the sletting all of it is over.
 */
export const bostyrer = defineAct({
  name: 'bostyrer',
  polls: 2,
  movesClock: false,
  play: async (stage) => {
    const ledger = openLedger(stage, 'bostyrer')
    await stage.scene('before')
    await standsInRegister(stage, 'K1')
    const before = stage.offers('state') ? await stage.hook('state', { party: idOf(stage, 'K1') }) : undefined
    const opened = await playScene(stage, ledger, {
      name: 'opening',
      publishes: [{ debtor: 'K1' }],
      lists: ['K1'],
    })
    await stage.scene('look-up')
    // Whoever is not named is asked all the same: what our register holds speaks against nobody. The story tells it.
    await lookUp(stage, 'K1')
    await stage.scene('bostyrer-asks')
    const estate = noticeCase(stage.target, 'K1')
    const period = {
      fromDate: minusMonths(rulingOf(stage.target, 'K1'), monthsBeforeRuling),
      toDate: stage.target.day,
    }
    const { pages: lists } = await followNext(stage, change(estate.list, { query: period }))
    const details: Answer[] = []
    const transactions: Answer[] = []
    for (const reference of lists.flatMap(referencesIn)) {
      details.push(await stage.ask(estate.on('details', reference), { query: period }))
      transactions.push(await stage.ask(estate.on('transactions', reference), { query: period }))
    }
    const deleted = await playScene(stage, ledger, {
      name: 'sletting',
      publishes: [{ debtor: 'K1', type: 'sletting', name: 'sletting' }],
      lists: ['K1'],
      states: ['K1'],
    })
    return {
      target: stage.target,
      before,
      opened,
      lists,
      details,
      transactions,
      deleted,
      seen: await stage.seen(),
    }
  },
})
