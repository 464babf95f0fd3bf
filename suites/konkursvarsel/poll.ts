import type { Waited } from '../../contracts/report/evidence.ts'
import type { Answer } from '../kit/ask/answer.ts'
import type { Stage } from '../kit/ask/stage.ts'
import type { Done, Sighting } from '../kit/ask/witness.ts'
import type { Target } from '../kit/target.ts'
import { type Rhythm, rhythmOf } from './rhythm.ts'
import { isAttempt } from './sightings.ts'

/** The participant asks for news once, and acts on it. */
export interface Polled {
  /** List calls, and connections that came to none, since this began; oldest first. */
  readonly calls: readonly Sighting[]
  /** The hook that was called, or what was waited for. */
  readonly by: Answer | Done
  readonly rhythm: Rhythm
}

export interface Polling {
  /** Never by hook: what comes by itself is the point. */
  readonly unprovoked?: boolean
  /** What makes it due, once it is watched for. */
  readonly begin?: () => Promise<void>
  /** Milliseconds; default: the declared interval and what belongs to it. */
  readonly withinMs?: number
}

const traceMs = 1000

/** Waits in vain, one after the other. Whoever did not come twice will not come by being waited for eight hours more. */
const inVain = new WeakMap<Target, number>()
const mostInVain = 2

/** `what` is told to whoever watches. Waits no longer than the declared interval and what belongs to it. */
export async function poll(stage: Stage, what: string, { unprovoked, begin, withinMs }: Polling = {}): Promise<Polled> {
  const rhythm = rhythmOf(stage.target)
  const before = (await stage.seen()).length
  await begin?.()
  const since = async () => (await stage.seen()).slice(before).filter(isAttempt)
  if (unprovoked !== true && stage.offers('poll')) {
    const by = await stage.hook('poll', {})
    // A connection that came to nothing is noted a moment after the caller has left it.
    if ((await since()).length === 0)
      await stage.until(`${what}: a trace of the poll`, (all) => all.slice(before).some(isAttempt), traceMs)
    return { calls: await since(), by, rhythm }
  }
  const called = (all: readonly Sighting[]) => all.slice(before).some(isAttempt)
  const waited = inVain.get(stage.target) ?? 0
  const isGivenUp = unprovoked !== true && waited >= mostInVain
  const by = await stage.until(what, called, isGivenUp ? 0 : (withinMs ?? rhythm.patienceMs))
  inVain.set(stage.target, wasMet(by) ? 0 : waited + 1)
  if (unprovoked !== true && wasMet(by)) {
    // What came of a call shows a while after it; who asks again has finished.
    const calls = (await since()).length
    const again = (all: readonly Sighting[]) => all.slice(before).filter(isAttempt).length > calls
    await stage.until(`${what}: processing`, again, rhythm.processingMs)
  }
  return { calls: await since(), by, rhythm }
}

const wasMet = ({ record }: Done): boolean => (record.outcome as Waited).met
