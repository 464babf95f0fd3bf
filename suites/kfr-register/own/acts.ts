import { defineAct } from '../../kit/run/act.ts'
import { callsOf } from '../calls.ts'
import { isShown } from '../judging.ts'
import { visibleMs } from '../patience.ts'

/** One customer of two institutions, and what each of them is told. */
export const atBoth = defineAct({
  name: 'at-both',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    const calls = callsOf(stage)
    const customer = calls.customer('at-both')
    const [mine, other] = [calls.organisationOf('reporter'), calls.organisationOf('secondReporter')]
    const added = [await stage.ask(calls.add(customer)), await stage.ask(calls.add(customer, 'secondReporter'))]
    const withinMs = visibleMs(calls.profile)
    const ofMine = await stage.askUntil('a customer of both in the own look-up', calls.own(customer), {
      enough: (answer) => isShown(answer, mine),
      withinMs,
    })
    const ofOther = await stage.askUntil('the same by the other', calls.own(customer, null, 'secondReporter'), {
      enough: (answer) => isShown(answer, other),
      withinMs,
    })
    return { customer, mine, other, added, ofMine: ofMine.answer, ofOther: ofOther.answer }
  },
})
