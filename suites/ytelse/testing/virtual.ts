import type { LoadWindow } from '../../../contracts/report/load.ts'
import { serviceLevel } from '../../../contracts/ytelse/service-level.ts'
import type { Behaviour } from '../../../mocks/bank/ytelse/behaviour.ts'
import { blank, settled } from '../../kit/load/measured.ts'
import { type Profile, profiles } from '../../kit/load/profile.ts'
import { mixOf, type ScheduledKind, scheduleOf } from '../../kit/load/schedule.ts'
import { type Mix, weights } from '../scenario.ts'

/** A window as it would be recorded of a bank that behaves like that, by a generator without fault: no socket, no time. */

interface VirtualOptions {
  readonly mix?: Mix
  readonly profile?: Profile
  readonly seed?: number
  readonly part?: number
  /** Requests that the bank had before. */
  readonly before?: number
  readonly ratePerSecond?: number
}

/** What a quick bank needs for an answer. */
const usualMs = 5

export function virtualWindow(behave: Behaviour, options: VirtualOptions = {}): LoadWindow {
  const { mix = 'usual', profile = profiles.standard, seed = 1, part = 1, before = 0 } = options
  const { ratePerSecond = serviceLevel.ratePerSecond } = options
  const kinds: readonly ScheduledKind[] = weights(mix).map((kind) => ({ ...kind, questions: 1 }))
  const shots = scheduleOf({ n: profile.n, ratePerSecond, cadence: profile.cadence, seed, kinds })
  const samples = shots.map(({ planned, kind }, n) => {
    const isLarge = kind === 'pages' || kind === 'large-lists'
    const { delayMs = 0, status = 200 } = behave({ n: n + before, at: planned, isLarge })
    const done = planned + usualMs + delayMs
    const moments = { sent: planned, written: planned, firstByte: done, done }
    return settled({ ...blank(n, kind, planned), ...moments, status, bytes: 1000 })
  })
  return {
    id: mix === 'usual' ? `w${part}` : `w${part + profile.windows}`,
    name: mix === 'usual' ? 'calm' : mix,
    profile: profile.name,
    part: { number: part, of: profile.windows },
    ratePerSecond,
    n: shots.length,
    seed,
    cadence: profile.cadence,
    cap: 200,
    deadlineMs: 10_000,
    mix: mixOf(shots, kinds),
    startedAt: '2026-11-21T12:00:00.000Z',
    durationMs: samples.at(-1)?.done ?? 0,
    floorMs: 0.3,
    whole: true,
    compared: samples.length,
    generator: { loopDelayP99: 1, loopDelayMax: 2, mostConcurrent: 5, connections: 5 },
    samples,
  }
}
