import type { AskedRequest, Silent } from '../../../contracts/report/evidence.ts'
import type { Epoch } from './epochs.ts'
import type { WireAnswer } from './transport.ts'

/**
 * How long silence is borne. A single question waits for the whole deadline, but a bank that never answers would cost a
 * run as many deadlines as it has questions. So a run waits in vain for one deadline in all:
 *
 * - what its first calls, before any question, were waited for in vain is a part of it, and three steps are then kept
 *   for questions that are hurried: a bank that never says a word has cost one deadline when the run ends;
 * - the first question has the whole deadline, and so has every other one while as much is left;
 * - then questions are hurried: they wait for what is left, and at least three times as long as the slowest answer took,
 *   or a thirtieth of the deadline. What a hurried question did not get is no evidence against anybody, and makes its
 *   rows inconclusive;
 * - an operation that was silent three times in a row is not asked again in that epoch; one that has never answered at
 *   all is not, after a single silence, once nothing is left.
 *
 * Any answer ends a row of silences. Only what was waited for in vain counts: a bank that is slow and answers loses
 * nothing, and neither does one that breaks off at once.
 */
export interface Patience {
  /** Puts a question with the time that it may have, or says that it is not put. */
  bear(question: Borne, send: (deadlineMs: number) => Promise<WireAnswer>): Promise<WireAnswer>
  /** Whether so long a pause, asked for by a rate limit, is borne. */
  bears(pauseMs: number): boolean
  /** After the pause the limit still held. */
  pausedInVain(pauseMs: number): void
}

interface Borne {
  readonly epoch: Epoch
  readonly request: AskedRequest
  readonly exchange: string
}

/** The part of a deadline that every question gets: 1 s of the usual 30. */
const atLeast = 1 / 30
const timesSlowest = 3
const inARow = 3

/** What costs time. A connection that breaks off at once costs none, and says so every time. */
const costly = new Set<Silent['why']>(['timeout', 'too-large'])

/** @param waitedMs in vain, before the first question */
export function createPatience(
  deadlineMs: number,
  waitedMs = 0,
  now: () => number = () => performance.now(),
): Patience {
  /** By operation: the exchanges that were silent, since it last answered. */
  const silences = new Map<string, readonly string[]>()
  /** Operations of any epoch that have answered once. */
  const alive = new Set<string>()
  const step = deadlineMs * atLeast
  let left = waitedMs === 0 ? deadlineMs : Math.max(0, deadlineMs - waitedMs - inARow * step)
  let slowest = 0

  const note = ({ epoch, request, exchange }: Borne, answer: WireAnswer, tookMs: number): void => {
    const operation = operationOf(request)
    const here = `${epoch.name} ${operation}`
    if (answer.kind === 'silent' && costly.has(answer.why)) {
      silences.set(here, [...(silences.get(here) ?? []), exchange])
      left -= tookMs
      return
    }
    silences.delete(here)
    if (answer.kind === 'silent') return
    alive.add(operation)
    slowest = Math.max(slowest, tookMs)
  }

  /** In whole steps, so that two runs tell the same. */
  const allowance = () => {
    const steps = Math.max(1, Math.ceil(left / step), Math.ceil((timesSlowest * slowest) / step))
    return Math.round(Math.min(deadlineMs, steps * step))
  }

  return {
    bear: async (question, send) => {
      const operation = operationOf(question.request)
      const silent = silences.get(`${question.epoch.name} ${operation}`) ?? []
      const enough = left < step && !alive.has(operation) ? 1 : inARow
      if (silent.length >= enough) return givenUp(silent)
      const allowed = allowance()
      const begun = now()
      const answer = await send(allowed)
      note(question, answer, now() - begun)
      const hurried = answer.kind === 'silent' && answer.why === 'timeout' && allowed < deadlineMs
      return hurried ? { ...answer, hurried } : answer
    },
    bears: (pauseMs) => pauseMs <= left,
    pausedInVain: (pauseMs) => {
      left -= pauseMs
    },
  }
}

const givenUp = (exchanges: readonly string[]): Silent => ({
  kind: 'silent',
  why: 'given-up',
  detail: `not asked: the same operation gave no whole answer before (${exchanges.join(', ')})`,
})

/** Instance, method, and the path with everything taken out that looks like a reference. */
function operationOf({ method, path, via }: AskedRequest): string {
  const segments = (path.split('?')[0] ?? '').split('/')
  const words = segments.map((segment) => (/^[a-z-]{0,20}$/i.test(segment) ? segment : '*'))
  return [via ?? '', method, ...words].join(' ')
}
