import type { KfrVersion } from '../../../contracts/kfr/operations.ts'
import { defineAct } from '../../kit/run/act.ts'
import { callsOf, versionsOf } from '../calls.ts'
import { untilShown } from '../waiting.ts'

/** A customer of two institutions, as an agency sees it. Both have reported it before. */
export const bothByAgency = defineAct({
  name: 'both-by-agency',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    const calls = callsOf(stage)
    const request = (version: KfrVersion) => calls.relationships(version, calls.customer('at-both'))
    const seen = []
    for (const version of versionsOf(stage.target)) {
      await untilShown(stage, request(version), calls.organisationOf('reporter'))
      const answer = await untilShown(stage, request(version), calls.organisationOf('secondReporter'))
      seen.push({ version, answer })
    }
    return seen
  },
})

/** Who leaves and comes back on one day. Whether that makes one period or two is written nowhere. */
export const backAtOnce = defineAct({
  name: 'back-at-once',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    const calls = callsOf(stage)
    const customer = calls.customer('back-at-once')
    const added = await stage.ask(calls.add(customer))
    const ended = await stage.ask(calls.end(customer))
    const again = await stage.ask(calls.add(customer), { repeat: 1 })
    const own = calls.organisationOf('reporter')
    const seen = []
    for (const version of versionsOf(stage.target))
      seen.push({ version, answer: await untilShown(stage, calls.relationships(version, customer), own) })
    return { own, added, ended, again, seen }
  },
})
