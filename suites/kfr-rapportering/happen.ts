import type { Waited } from '../../contracts/report/evidence.ts'
import type { Answer } from '../kit/ask/answer.ts'
import type { Stage } from '../kit/ask/stage.ts'
import type { Done, Sighting } from '../kit/ask/witness.ts'
import type { Event } from './events.ts'
import { countOf, mostInVain, shortMs } from './patience.ts'
import { rhythmOf } from './rhythm.ts'

/** Something has happened at the bank, or nobody knows. */
export interface Happened {
  readonly event: Event
  /** The hook that was called, or the instruction that was given; null where neither could be. */
  readonly by: Answer | Done | null
  /** Why not. */
  readonly why: 'fixture-missing' | 'no-hook' | 'given-up' | null
  /** What was waited for after the hook. */
  readonly waited: Done | null
  /** Whether it was waited for as long as was declared. */
  readonly isPatient: boolean
  /** Sightings of the act before it. */
  readonly before: number
  /** Milliseconds since 1970: not later than the thing itself. */
  readonly at: number
}

interface Patience {
  /** Milliseconds; default: the declared time. */
  readonly withinMs?: number
  /** Whether it is waited for at all. */
  readonly waits?: boolean
}

/**
 * Lets these happen, together where the bank has hooks, one after the other where its people are told, and waits until the
 * register has heard of all of them; no longer than was declared.
 */
export async function happen(
  stage: Stage,
  events: readonly Event[],
  patience: Patience = {},
): Promise<readonly Happened[]> {
  const begun: Happened[] = []
  for (const event of events)
    begun.push(stage.offers(event.hook) ? await byHook(stage, event) : await byPeople(stage, event))
  return patience.waits === false ? begun : hear(stage, begun, patience)
}

/** Waits for what has happened by hooks; of what people did it was seen when they did it. */
export async function hear(
  stage: Stage,
  begun: readonly Happened[],
  { withinMs = rhythmOf(stage.target).reportMs }: Pick<Patience, 'withinMs'> = {},
): Promise<readonly Happened[]> {
  const called = begun.filter(
    ({ by, event }) => event.heard !== null && by !== null && 'exchange' in by && by.status === 200,
  )
  if (called.length === 0) return begun
  const count = countOf(stage)
  const isPatient = count.reports < mostInVain
  const within = isPatient ? withinMs : Math.min(withinMs, shortMs)
  const what = `the register to hear of ${called.map(({ event }) => event.name).join(', ')}`
  const heard = (seen: readonly Sighting[]) => called.every(({ event, before }) => event.heard?.(seen.slice(before)))
  const waited = await stage.until(what, heard, within)
  const seen = await stage.seen()
  const isAnyHeard = called.some(({ event, before }) => event.heard?.(seen.slice(before)))
  count.reports = isAnyHeard ? 0 : count.reports + 1
  return begun.map((one) => (called.includes(one) ? { ...one, waited, isPatient } : one))
}

async function byHook(stage: Stage, event: Event): Promise<Happened> {
  const before = (await stage.seen()).length
  const at = Date.now()
  const by = await event.call(stage)
  return { event, by, why: by === null ? 'fixture-missing' : null, waited: null, isPatient: true, before, at }
}

async function byPeople(stage: Stage, event: Event): Promise<Happened> {
  const { about, people, heard } = event
  const before = (await stage.seen()).length
  const nothing = { event, by: null, waited: null, isPatient: true, before, at: Date.now() } as const
  if (people === null || heard === null) return { ...nothing, why: 'no-hook' }
  // Of somebody whom the configuration does not name the register could not tell that it has heard.
  if (about !== null && stage.target.fixtures[about] === undefined) return { ...nothing, why: 'fixture-missing' }
  const count = countOf(stage)
  if (count.people >= mostInVain) return { ...nothing, why: 'given-up' }
  const { reportMs, instructionMs } = rhythmOf(stage.target)
  const by = await stage.instruct(`${people} now`, (seen) => heard(seen.slice(before)), instructionMs + reportMs)
  count.people = (by.record.outcome as Waited).met ? 0 : count.people + 1
  return { ...nothing, by, why: null }
}

/** By its name. */
type Happenings = Readonly<Record<string, Happened>>

export const byName = (...some: readonly (readonly Happened[])[]): Happenings =>
  Object.fromEntries(some.flat().map((one) => [one.event.name, one]))
