import { defineAct } from '../../kit/run/act.ts'
import { begin } from '../begin.ts'
import { closesAccount, endsLoan, getsMandate, losesMandate, opensAccount, opensLoan } from '../events.ts'
import { byName, happen } from '../happen.ts'
import { untilRepeated } from '../patience.ts'
import { isAbout } from '../sightings.ts'

/** Ordinary days: people become customers and disponents, and cease to be; one of several relations ends, and all of them. */
export const reports = defineAct({
  name: 'kfr-reports',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    await begin(stage, 'known-already')
    await stage.tell('stimulate', { stimulus: { party: 'kfr', does: 'knows-already' } })
    const known = await happen(stage, [opensAccount('F14', { taken: true })])
    await stage.tell('calm', {})
    await stage.scene('first-accounts')
    const first = await happen(stage, [opensAccount('F2'), opensAccount('F3'), opensAccount('F4'), opensAccount('F1')])
    await stage.scene('loan')
    const loan = await happen(stage, [opensLoan('F5', 'F7')])
    await stage.scene('mandate')
    const mandate = await happen(stage, [getsMandate('F6', 'F10')])
    await stage.scene('one-of-several')
    const left = { left: true }
    const second = stage.target.fixtures.F10?.accounts?.[1]
    const parts = await happen(stage, [
      closesAccount('F9', left),
      losesMandate('F9', 'F10', left),
      ...(second === undefined ? [] : [closesAccount('F10', { ...left, number: second })]),
    ])
    await stage.scene('ends')
    const ends = await happen(stage, [closesAccount('F8'), losesMandate('F6', 'F10')])
    await stage.scene('comes-back')
    const back = await happen(stage, [opensAccount('F8')])
    await stage.scene('last-of-several')
    const last = await happen(stage, [endsLoan('F9')])
    await stage.scene('no-second-report')
    await untilRepeated(stage, 'F14 to be reported again', isAbout('F14', 'add'), (one) => one.record.status === 200)
    return {
      target: stage.target,
      events: byName(known, first, loan, mandate, parts, ends, back, last),
      seen: await stage.seen(),
    }
  },
})
