import { defineAct } from '../../kit/run/act.ts'
import { callsOf } from '../calls.ts'
import { untilShown } from '../waiting.ts'

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
    const ofMine = await untilShown(stage, calls.own(customer), mine)
    const ofOther = await untilShown(stage, calls.own(customer, null, 'secondReporter'), other)
    return { customer, mine, other, added, ofMine, ofOther }
  },
})
