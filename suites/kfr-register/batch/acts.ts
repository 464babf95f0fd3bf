import { addDays, type IsoDate, minusMonths } from '../../../contracts/calendar.ts'
import { writeList } from '../../../contracts/kfr/batch/grammar.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import { defineAct } from '../../kit/run/act.ts'
import { type Calls, callsOf, type Period, versionsOf } from '../calls.ts'
import { batchOf, publishedBatch } from '../forms.ts'
import { isShown } from '../judging.ts'
import { readableWithinMs } from '../patience.ts'

/** Batches that are accepted, and what is found of them afterwards. */

/** Long before today, and well within ten years. */
const monthsBack = 14

export const firstDayOf = (today: IsoDate): IsoDate => minusMonths(today, monthsBack)

const onDay = (day: string): Period => ({ from: day, to: day })

/** Waits until the own look-up shows the customer today; `first` keeps its questions apart from those of others. */
export function untilIngested(stage: Stage, calls: Calls, customer: string, entries: number, first = 0) {
  const own = calls.organisationOf('reporter')
  return stage.askUntil(`the last of ${entries} relationships of a batch`, calls.own(customer), {
    enough: (answer) => isShown(answer, own),
    withinMs: readableWithinMs(entries, calls.profile),
    first,
  })
}

/** With a start date and without one, as person and as organisation; and then once more. */
export const dated = defineAct({
  name: 'dated',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    const calls = callsOf(stage)
    const first = firstDayOf(calls.today)
    const [withDate, without, organisation] = [
      calls.customer('batch-with-date'),
      calls.customer('batch-without-date'),
      calls.customer('batch-organisation'),
    ]
    const list = writeList([
      { customer: withDate, since: first },
      { customer: organisation, since: first },
      { customer: without },
    ])
    const batch = batchOf(calls, { told: 'a dated person, a dated organisation, an undated person', list })
    const accepted = await stage.ask(batch)
    const { answer: lastSeen } = await untilIngested(stage, calls, without, 3)
    const own = (customer: string, period: Period, repeat = 0) => stage.ask(calls.own(customer, period), { repeat })
    const onFirstDay = {
      ofDated: await own(withDate, onDay(first)),
      ofOrganisation: await own(organisation, onDay(first)),
      ofUndated: await own(without, onDay(first)),
    }
    const dayBefore = await own(withDate, onDay(addDays(first, -1)))
    const addedAgain = await stage.ask(calls.add(withDate))
    const afterPost = await own(withDate, onDay(first), 1)
    const acceptedAgain = await stage.ask(batch, { repeat: 1 })
    const { answer: lastSeenAgain } = await untilIngested(stage, calls, without, 3, 1000)
    return {
      own: calls.organisationOf('reporter'),
      accepted,
      lastSeen,
      onFirstDay,
      dayBefore,
      addedAgain,
      afterPost,
      acceptedAgain,
      lastSeenAgain,
      ownAgain: await own(withDate, onDay(first), 2),
      everywhere: await ofAgency(stage, calls, withDate),
    }
  },
})

/** How an agency sees it, by version, in periods that lie in every way around its first day. */
async function ofAgency(stage: Stage, calls: Calls, customer: string) {
  const first = firstDayOf(calls.today)
  const periods: Readonly<Record<AroundStart, Period>> = {
    before: { from: addDays(first, -30), to: addDays(first, -1) },
    'up to its first day': { from: addDays(first, -30), to: first },
    'its first day': onDay(first),
    inside: { from: addDays(first, 5), to: addDays(first, 10) },
    'around all of it': { from: addDays(first, -30), to: calls.today },
    today: onDay(calls.today),
  }
  const seen = []
  for (const version of versionsOf(stage.target)) {
    const answers: Partial<Record<AroundStart, Answer>> = {}
    for (const [when, period] of Object.entries(periods) as [AroundStart, Period][])
      answers[when] = await stage.ask(calls.relationships(version, customer, period))
    seen.push({ version, answers: answers as Readonly<Record<AroundStart, Answer>> })
  }
  return seen
}

export type AroundStart = 'before' | 'up to its first day' | 'its first day' | 'inside' | 'around all of it' | 'today'

/** As it stands in the FAQ. Its organisations stay in the register of the institution: it has no way to end them all. */
export const published = defineAct({
  name: 'published-batch',
  polls: 0,
  movesClock: false,
  play: (stage) => stage.ask(publishedBatch(callsOf(stage))),
})
