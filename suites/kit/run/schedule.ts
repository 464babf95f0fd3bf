import { setImmediate as immediate } from 'node:timers/promises'
import { ControlError } from '../../../contracts/control/control-error.ts'
import { ExternalPartyError } from '../../../contracts/control/external-party.ts'
import type { Exchange } from '../../../contracts/report/evidence.ts'
import type { RunError } from '../../../contracts/report/report.ts'
import type { Doors } from '../ask/doors.ts'
import { inconclusive, type Judgement, notTested } from '../judge/judgement.ts'
import type { Check, Turn } from './check.ts'
import { type Condensed, condensed } from './condense.ts'
import type { RunEvent } from './events.ts'

/** Without the parties nothing can be asked any more: said once, and not by every check. */
const partiesLost = 'parties-lost'

/** A check that has asked, and judges once everybody has. */
interface AskedCheck {
  readonly check: Check
  readonly judge: (recorded: readonly Exchange[]) => Judgement | Condensed
  readonly durationMs: number
}

/** What a check found in the end. */
export interface JudgedCheck extends Condensed {
  readonly check: Check
  readonly durationMs: number
}

/** Where a run stands while its checks ask. `errors` are our own, and no verdict on anybody. */
interface Progress {
  readonly judged: readonly JudgedCheck[]
  /** Those that speak of every answer. */
  readonly waiting: readonly AskedCheck[]
  readonly errors: readonly RunError[]
}

interface Listeners {
  readonly signal: AbortSignal
  readonly tell: (event: RunEvent) => void
  /** Is handed every judgement as soon as there is one. */
  readonly judged: (one: JudgedCheck) => void
}

const turns = { first: 1, early: 2, usual: 3, late: 4, last: 5 } as const satisfies Record<Turn, number>
const turnOf = ({ whileCold, turn }: Check) => (whileCold ? 0 : turns[turn])

/**
 * Puts the questions of every check, one check after the other; those that need cold caches come first, and what cannot
 * be undone last. Whoever speaks of its own answers alone judges at once, so that a verdict need not wait for questions
 * that do not concern it.
 */
export async function askAll(
  checks: readonly Check[],
  doors: Doors,
  { signal, tell, judged: listener }: Listeners,
): Promise<Progress> {
  const inOrder = checks.toSorted((a, b) => turnOf(a) - turnOf(b))
  const judged: JudgedCheck[] = []
  const waiting: AskedCheck[] = []
  const errors: RunError[] = []
  const lost = new AbortController()
  const ended = AbortSignal.any([signal, lost.signal])
  for (const [done, check] of inOrder.entries()) {
    tell({ kind: 'asking', requirement: check.verifies, done, total: checks.length })
    const begun = performance.now()
    const judge = await begin(check, doors, ended, errors)
    if (errors.some(({ code }) => code === partiesLost)) lost.abort()
    const asked = { check, judge, durationMs: Math.round((performance.now() - begun) * 10) / 10 }
    if (check.speaksOf === 'every-answer') waiting.push(asked)
    else judged.push(judgeOne(asked, [], errors, listener))
  }
  return { judged, waiting, errors }
}

/**
 * Lets those that waited judge what all of them recorded. Between two of them everything else has its turn: a bank may
 * have sent so much that judging takes a while, and who interrupts that does not wait for the rest.
 */
export async function judgeRest(
  { judged: before, waiting, errors: ours }: Progress,
  recorded: readonly Exchange[],
  { signal, judged: listener }: Omit<Listeners, 'tell'>,
): Promise<{ readonly judged: readonly JudgedCheck[]; readonly errors: readonly RunError[] }> {
  const errors = [...ours]
  const judged = [...before]
  const wasInterrupted = signal.aborted
  for (const asked of waiting) {
    await immediate()
    const isReached = wasInterrupted || !signal.aborted
    judged.push(judgeOne(isReached ? asked : { ...asked, judge: notReached }, recorded, errors, listener))
  }
  return { judged, errors }
}

const notReached = () => inconclusive('not-recorded', 'the run was interrupted before this was judged')

function judgeOne(
  { check, judge, durationMs }: AskedCheck,
  recorded: readonly Exchange[],
  errors: RunError[],
  listener: Listeners['judged'],
): JudgedCheck {
  const one = { check, ...condensed(judgement(() => judge(recorded), check, errors)), durationMs }
  listener(one)
  return one
}

/** One that breaks is our own error, and no verdict on anybody. */
function judgement(judge: () => Judgement | Condensed, check: Check, errors: RunError[]): Judgement | Condensed {
  try {
    return judge()
  } catch (error) {
    return broken(check, error as Error, errors)
  }
}

function broken({ verifies, file }: Check, { message }: Error, errors: RunError[]): Judgement {
  errors.push({ kind: 'harness-error', code: verifies, message: `${file}: ${message}` })
  return inconclusive('not-recorded', `the harness failed: ${message}`)
}

async function begin(
  check: Check,
  doors: Doors,
  signal: AbortSignal,
  errors: RunError[],
): Promise<AskedCheck['judge']> {
  const missing = check.needs.filter((name) => doors.target.fixtures[name] === undefined)
  if (missing.length > 0) return () => inconclusive('fixture-missing', `the participant has no ${missing.join(', ')}`)
  const withheld = check.hooks.filter((name) => doors.target.hooks?.offers.includes(name) !== true)
  if (withheld.length > 0)
    return () => notTested('unobservable-here', `the participant offers no hook ${withheld.join(', ')}`)
  if (signal.aborted) return () => inconclusive('not-recorded', 'the run ended before this was asked')
  try {
    return await check.begin(doors)
  } catch (error) {
    if (signal.aborted) return () => inconclusive('not-recorded', 'the run ended while this was asked')
    if (error instanceof ExternalPartyError) return () => notTested('external-party', error.message)
    if (error instanceof ControlError && error.kind !== 'invalid') {
      errors.push({
        kind: 'harness-error',
        code: partiesLost,
        message: `the parties were lost during the run: ${error.message}`,
      })
      return () => inconclusive('not-recorded', 'the parties were lost during the run')
    }
    const judgement = broken(check, error as Error, errors)
    return () => judgement
  }
}
