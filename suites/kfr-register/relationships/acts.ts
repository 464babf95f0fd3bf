import { defineAct } from '../../kit/run/act.ts'
import { callsOf, versionsOf } from '../calls.ts'

/** A customer of two institutions, as an agency sees it. Both have reported it before. */
export const bothByAgency = defineAct({
  name: 'both-by-agency',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    const calls = callsOf(stage)
    const customer = calls.customer('at-both')
    const seen = []
    for (const version of versionsOf(stage.target))
      seen.push({ version, answer: await stage.ask(calls.relationships(version, customer)) })
    return seen
  },
})
