import { defineAct } from '../../kit/run/act.ts'
import { begin } from '../begin.ts'
import { comparison } from '../events.ts'
import { byName, happen } from '../happen.ts'

/** Customers drop out of the register, and the bank looks; the second time the register adds members that nobody knows. */
export const compared = defineAct({
  name: 'kfr-comparison',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    await begin(stage, 'difference')
    if (stage.target.fixtures.F35 !== undefined)
      await stage.tell('stimulate', { stimulus: { party: 'kfr', does: 'loses', customer: 'F35' } })
    const first = await happen(stage, [comparison('F35')])
    await stage.scene('unknown-members')
    if (stage.target.fixtures.F36 !== undefined)
      await stage.tell('stimulate', { stimulus: { party: 'kfr', does: 'loses', customer: 'F36' } })
    await stage.tell('stimulate', { stimulus: { party: 'kfr', does: 'adds-members' } })
    const second = await happen(stage, [comparison('F36')])
    await stage.tell('calm', {})
    return { target: stage.target, events: byName(first, second), seen: await stage.seen() }
  },
})
