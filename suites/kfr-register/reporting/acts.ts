import type { Answer } from '../../kit/ask/answer.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import { defineAct } from '../../kit/run/act.ts'
import { callsOf } from '../calls.ts'
import { isShown } from '../judging.ts'
import { visibleMs } from '../patience.ts'
import { untilShown } from '../waiting.ts'

/** The life of one relationship, call by call; and ten callers at once. */

export const life = defineAct({
  name: 'life',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    const calls = callsOf(stage)
    const own = calls.organisationOf('reporter')
    const customer = calls.customer('single')
    const before = await stage.ask(calls.own(customer))
    const added = await stage.ask(calls.add(customer))
    const seen = await stage.askUntil('the new relationship in the own look-up', calls.own(customer), {
      enough: (answer) => isShown(answer, own),
      withinMs: visibleMs(calls.profile),
      first: 1,
    })
    const again = await stage.ask(calls.add(customer), { repeat: 1 })
    const stillSeen = await stage.ask(calls.own(customer), { repeat: 1000 })
    const ended = await stage.ask(calls.end(customer))
    const endedAgain = await stage.ask(calls.end(customer), { repeat: 1 })
    const unknown = await stage.ask(calls.end(calls.customer('never-known')))
    return { own, before, added, seen: seen.answer, again, stillSeen, ended, endedAgain, unknown }
  },
})

const callers = 10

export const atOnce = defineAct({
  name: 'at-once',
  polls: 0,
  movesClock: false,
  play: async (
    stage: Stage,
  ): Promise<{ readonly own: string; readonly answers: readonly Answer[]; readonly list: Answer }> => {
    const calls = callsOf(stage)
    const add = calls.add(calls.customer('at-once'))
    const answers = await Promise.all(Array.from({ length: callers }, (_, repeat) => stage.ask(add, { repeat })))
    const own = calls.organisationOf('reporter')
    const list = await untilShown(stage, calls.own(calls.customer('at-once')), own)
    return { own, answers, list }
  },
})
