import { addDays, type IsoDate, minusMonths } from '../../../contracts/calendar.ts'
import { writeList } from '../../../contracts/kfr/batch/grammar.ts'
import { publishedList } from '../../../contracts/kfr/batch/published.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import { defineAct } from '../../kit/run/act.ts'
import { type Calls, callsOf, onDay, type Period, versionsOf } from '../calls.ts'
import { batchOf, publishedBatch } from '../forms.ts'
import { isShown } from '../judging.ts'
import { storedWithinMs } from '../patience.ts'
import { untilShown } from '../waiting.ts'

/** Batches that are accepted, and what is found of them afterwards. */

/** Long before today, and well within ten years. */
const monthsBack = 14

export const firstDayOf = (today: IsoDate): IsoDate => minusMonths(today, monthsBack)

/** Waits until the own look-up shows the customer today; `first` keeps its questions apart from those of others. */
export function untilIngested(stage: Stage, calls: Calls, customer: string, entries: number, first = 0) {
  const own = calls.organisationOf('reporter')
  return stage.askUntil(`the last of ${entries} relationships of a batch`, calls.own(customer), {
    enough: (answer) => isShown(answer, own),
    withinMs: storedWithinMs(entries, calls.profile),
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
    const everywhere = await ofAgency(stage, calls, withDate)
    const addedAgain = await stage.ask(calls.add(withDate))
    const afterPost = await own(withDate, onDay(first), 1)
    const acceptedAgain = await stage.ask(batch, { repeat: 1 })
    // What was there before shows nothing: only what comes after it tells that it is stored.
    const afterwards = calls.customer('after-again')
    const behind = await stage.ask(batchOf(calls, { told: 'one customer after it is sent again', list: afterwards }))
    const { answer: lastSeenAgain } = await untilIngested(stage, calls, afterwards, 1)
    return {
      own: calls.organisationOf('reporter'),
      other: calls.organisationOf('secondReporter'),
      accepted,
      lastSeen,
      onFirstDay,
      dayBefore,
      addedAgain,
      afterPost,
      acceptedAgain,
      behind,
      lastSeenAgain,
      ownAgain: await own(withDate, onDay(first), 2),
      everywhere,
      everywhereAgain: await aroundAgain(stage, calls, withDate),
    }
  },
})

/** How an agency sees it, by version, in periods that lie in every way around its first day. */
async function ofAgency(stage: Stage, calls: Calls, customer: string) {
  const first = firstDayOf(calls.today)
  const periods: Readonly<Record<AroundStart, Period>> = {
    before: { from: addDays(first, -30), to: addDays(first, -1) },
    'up to its first day': { from: addDays(first, -30), to: first },
    'over its first day': { from: addDays(first, -30), to: addDays(first, 3) },
    'its first day': onDay(first),
    inside: { from: addDays(first, 5), to: addDays(first, 10) },
    'around all of it': { from: addDays(first, -30), to: calls.today },
    today: onDay(calls.today),
  }
  const seen = []
  for (const version of versionsOf(stage.target)) {
    // What its own institution sees the agency may see a little later.
    await untilShown(stage, calls.relationships(version, customer, periods.today), calls.organisationOf('reporter'))
    const answers: Partial<Record<AroundStart, Answer>> = {}
    for (const [when, period] of Object.entries(periods) as [AroundStart, Period][])
      answers[when] = await stage.ask(calls.relationships(version, customer, period), { repeat: 1000 })
    seen.push({ version, answers: answers as Readonly<Record<AroundStart, Answer>> })
  }
  return seen
}

export type AroundStart =
  | 'before'
  | 'up to its first day'
  | 'over its first day'
  | 'its first day'
  | 'inside'
  | 'around all of it'
  | 'today'

/** The widest of these periods once more. */
async function aroundAgain(stage: Stage, calls: Calls, customer: string): Promise<readonly Answer[]> {
  const period = { from: addDays(firstDayOf(calls.today), -30), to: calls.today }
  const answers = []
  for (const version of versionsOf(stage.target))
    answers.push(await stage.ask(calls.relationships(version, customer, period), { repeat: 1 }))
  return answers
}

/** As it stands in the FAQ. Its organisations stay in the register of the institution: it has no way to end them all. */
export const published = defineAct({
  name: 'published-batch',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    const calls = callsOf(stage)
    const customers = publishedList.split(',').map((element) => element.split('#')[0] ?? '')
    const accepted = await stage.ask(publishedBatch(calls))
    const last = customers.at(-1) ?? ''
    // Without a date, so that it is shown today; a run before this one may have left it there.
    const { answer: ofLast } = await untilIngested(stage, calls, last, customers.length)
    const others = []
    for (const customer of customers.slice(0, -1)) others.push(await stage.ask(calls.own(customer)))
    return { own: calls.organisationOf('reporter'), accepted, found: [...others, ofLast] }
  },
})

/** One bad number between two good ones, and then a batch in order: once that is stored, so is whatever was accepted before. */
export const halfBad = defineAct({
  name: 'half-bad',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    const calls = callsOf(stage)
    const [first, last, after] = [
      calls.customer('half-first'),
      calls.customer('half-last'),
      calls.customer('after-rejected'),
    ]
    const list = `${first},123456789012,${last}`
    const rejected = await stage.ask(batchOf(calls, { told: 'a bad number between two good ones', list }))
    const next = await stage.ask(batchOf(calls, { told: 'one customer after it', list: after }))
    const { answer: ofNext } = await untilIngested(stage, calls, after, 1)
    return {
      own: calls.organisationOf('reporter'),
      rejected,
      next,
      ofNext,
      ofFirst: await stage.ask(calls.own(first)),
      ofLast: await stage.ask(calls.own(last)),
    }
  },
})
