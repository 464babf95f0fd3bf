import type { Waited } from '../../contracts/report/evidence.ts'
import type { Done, Sighting } from '../kit/ask/witness.ts'
import { given, inconclusive, type Judgement, notTested } from '../kit/judge/judgement.ts'
import type { Target } from '../kit/target.ts'
import type { Happened } from './happen.ts'
import { rhythmOf } from './rhythm.ts'
import { timeOf } from './sightings.ts'

/** The grounds on which most rows stand: something happened at the bank, and the register heard of it. */

/** Whether it happened: what the hook answered, or what was seen after an instruction. */
export function happened(one: Happened | undefined): Judgement {
  if (one === undefined || one.why === 'fixture-missing')
    return inconclusive('fixture-missing', 'the participant lacks the customer, or the number of the account')
  const { by, event } = one
  if (by === null) {
    return one.why === 'given-up'
      ? inconclusive('deadline', 'nothing was seen after the instructions before, so that none was given')
      : notTested('unobservable-here', `the bank offers no hook ${event.hook}, and nothing shows when people do it`)
  }
  if ('exchange' in by) return by.answers(200)
  const { met, seconds } = by.record.outcome as Waited
  if (met) return by.finds(true, { what: `people did: ${event.people}`, expected: true, at: '/outcome/met' })
  return inconclusive(
    'deadline',
    `${by.record.id}: nothing was seen in ${seconds} s after the instruction "${event.people}"; whether it was done nobody can tell`,
  )
}

interface Heard {
  readonly seen: readonly Sighting[]
  readonly target: Pick<Target, 'kfr'>
}

/** Whether the register heard of it: too late is tolerated, and never is a breach, where it was waited for as long as was declared. */
export function isHeard(one: Happened | undefined, { seen, target }: Heard): Judgement {
  return given(happened(one), () => afterwards(one as Happened, { seen, target }))
}

function afterwards(one: Happened, { seen, target }: Heard): Judgement {
  const { event, before, waited, at, isPatient } = one
  const later = seen.slice(before)
  const first = later.find((_, index) => event.heard?.(later.slice(0, index + 1)))
  if (first !== undefined) {
    const withinMs = allowedMs(one, target)
    return first.finds(timeOf(first) - at <= withinMs, {
      what: `${event.name}: reported within ${withinMs / 1000} s`,
      weight: 'tolerated',
      expected: `before ${new Date(at + withinMs).toISOString()}`,
      at: '/at',
    })
  }
  if (waited === null || !isPatient)
    return inconclusive('deadline', `${event.name} was not waited for as long as was declared`)
  return notHeard(event.name, waited)
}

/** When people did what they were told nobody saw: the time that they had for it is no delay of the bank's. */
function allowedMs({ by }: Happened, target: Heard['target']): number {
  const { reportMs, instructionMs } = rhythmOf(target)
  return by !== null && 'exchange' in by ? reportMs : instructionMs + reportMs
}

function notHeard(name: string, waited: Done): Judgement {
  const { seconds } = waited.record.outcome as Waited
  return waited.finds(false, {
    what: `${name}: reported at all (waited ${seconds} s)`,
    expected: true,
    at: '/outcome/met',
  })
}

/** Judges every sighting of a kind, each by itself. None at all is no traffic, and never a pass. */
export function each(
  seen: readonly Sighting[],
  isOfKind: (sighting: Sighting) => boolean,
  judge: (sighting: Sighting) => Judgement,
  nothing: Judgement = inconclusive('no-traffic', 'nothing of the kind reached the register in the time'),
): Judgement {
  const some = seen.filter(isOfKind)
  return some.length === 0 ? nothing : some.flatMap(judge)
}
