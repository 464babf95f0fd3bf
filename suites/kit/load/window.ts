import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as breathe } from 'node:timers/promises'
import type { GeneratorHealth, LoadSample } from '../../../contracts/report/load.ts'
import { rounded } from '../../../contracts/report/load-file.ts'
import { keepCadence, machineClock } from './cadence.ts'
import { type Lanes, type LanesOptions, openLanes, type Put } from './lanes.ts'
import { blank, type Measured, settled } from './measured.ts'
import type { Shot } from './schedule.ts'

/** One window of requests, from the first to the last answer. Runs in a thread of its own (`worker.ts`). */

export interface WindowPlan {
  readonly shots: readonly (Pick<Shot, 'kind' | 'planned'> & {
    /** Which of `questions`. */
    readonly question: number
    /** Ids that were invented for it beforehand. */
    readonly headers: Readonly<Record<string, string>>
    /** Its answer is handed back, so that it can be read when nothing is measured any more. */
    readonly isKept: boolean
  })[]
  /** Everything about a request but its own headers and its token. */
  readonly questions: readonly Put[]
  readonly authorization: Readonly<Record<string, string>>
  readonly cap: number
  readonly lanes: Omit<LanesOptions, 'now'>
}

/** What was renewed outside the measured path. */
export interface Renewal {
  readonly authorization: Readonly<Record<string, string>>
  readonly questions: readonly Put[]
}

export interface WindowOutcome {
  readonly samples: readonly LoadSample[]
  readonly kept: readonly { readonly n: number; readonly body: Uint8Array }[]
  readonly generator: GeneratorHealth
  readonly floorMs: number | null
  readonly startedAt: string
  readonly durationMs: number
  readonly whole: boolean
}

interface Running {
  readonly outcome: Promise<WindowOutcome>
  renew(renewal: Partial<Renewal>): void
  stop(): void
  /** How many have left. */
  sent(): number
}

/** Bytes of answers that are held until the end of a window. */
export const mostHeld = 64 * 1024 * 1024

/** The loop samples its own delay so often, in milliseconds, and counts this interval as part of it. */
const resolution = 10

export function runWindow(plan: WindowPlan, open: (options: LanesOptions) => Lanes = openLanes): Running {
  let current: Renewal = plan
  let stopped = false
  let start = Number.NaN
  let sent = 0
  const now = () => performance.now() - start
  const lanes = open({ ...plan.lanes, now })
  const samples: Measured[] = plan.shots.map(({ kind, planned }, n) => blank(n, kind, planned))
  const kept: { n: number; body: Uint8Array }[] = []
  let held = 0

  const fire = (n: number, sentAt: number, done: () => void) => {
    const shot = plan.shots[n] as WindowPlan['shots'][number]
    const sample = samples[n] as Measured
    const question = current.questions[shot.question] as Put
    const pieces: Buffer[] = []
    sent++
    sample.sent = sentAt
    const request = { ...question, headers: { ...question.headers, ...shot.headers, ...current.authorization } }
    const keep = (piece: Buffer) => {
      if (shot.isKept && held < mostHeld) {
        held += piece.length
        pieces.push(Buffer.from(piece))
      }
    }
    lanes.put(request, sample, keep, () => {
      if (shot.isKept && sample.error === null && held < mostHeld) kept.push({ n, body: Buffer.concat(pieces) })
      done()
    })
  }

  const outcome = (async (): Promise<WindowOutcome> => {
    const floorMs = await lanes.floor()
    await breathe()
    const delays = monitorEventLoopDelay({ resolution })
    delays.enable()
    const startedAt = Date.now()
    start = performance.now()
    const { whole, mostConcurrent } = await new Promise<{ whole: boolean; mostConcurrent: number }>((resolve) =>
      keepCadence({
        planned: plan.shots.map(({ planned }) => planned),
        cap: plan.cap,
        clock: machineClock,
        start,
        fire,
        unsent: (n) => {
          ;(samples[n] as Measured).error = 'unsent'
        },
        stopped: () => stopped,
        end: resolve,
      }),
    )
    const durationMs = now()
    const leaptMs = rounded(Date.now() - startedAt - durationMs)
    delays.disable()
    const delayOf = (nanoseconds: number) => rounded(Math.max(0, nanoseconds / 1e6 - resolution))
    await lanes.close()
    return {
      samples: samples.filter(({ sent: left, error }) => left !== null || error !== null).map(settled),
      kept,
      generator: {
        loopDelayP99: delayOf(delays.percentile(99)),
        loopDelayMax: delayOf(delays.max),
        mostConcurrent,
        connections: lanes.opened(),
        leaptMs,
      },
      floorMs: floorMs === null ? null : rounded(floorMs),
      startedAt: new Date(startedAt).toISOString(),
      durationMs: rounded(durationMs),
      whole,
    }
  })()

  return {
    outcome,
    renew: (renewal) => {
      current = { ...current, ...renewal }
    },
    stop: () => {
      stopped = true
      // What is under way has no end that anybody waits for.
      void lanes.close()
    },
    sent: () => sent,
  }
}
