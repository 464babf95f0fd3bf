import { ControlError } from '../../../contracts/control/control-error.ts'
import { ExternalPartyError } from '../../../contracts/control/external-party.ts'
import type { Exchange } from '../../../contracts/report/evidence.ts'
import type { RunError } from '../../../contracts/report/report.ts'
import type { Doors } from '../ask/doors.ts'
import { inconclusive, type Judgement, notTested } from '../judge/judgement.ts'
import type { Check } from './check.ts'
import { type Condensed, condensed } from './condense.ts'
import type { RunEvent } from './events.ts'

/** Without the parties nothing can be asked any more: said once, and not by every check. */
const partiesLost = 'parties-lost'

/** A check that has asked, and judges once everybody has. */
interface AskedCheck {
  readonly check: Check
  readonly judge: (recorded: readonly Exchange[]) => Judgement
  readonly durationMs: number
}

/** What a check found in the end. */
export interface JudgedCheck extends Condensed {
  readonly check: Check
  readonly durationMs: number
}

/** Puts the questions of every check, one check after the other; those that need cold caches come first. */
export async function askAll(
  checks: readonly Check[],
  doors: Doors,
  signal: AbortSignal,
  tell: (event: RunEvent) => void,
): Promise<{ asked: readonly AskedCheck[]; errors: readonly RunError[] }> {
  const inOrder = checks.toSorted((a, b) => Number(b.whileCold) - Number(a.whileCold))
  const asked: AskedCheck[] = []
  const errors: RunError[] = []
  const lost = new AbortController()
  const ended = AbortSignal.any([signal, lost.signal])
  for (const check of inOrder) {
    tell({ kind: 'asking', requirement: check.verifies, done: asked.length, total: checks.length })
    const begun = performance.now()
    const judge = await begin(check, doors, ended, errors)
    if (errors.some(({ code }) => code === partiesLost)) lost.abort()
    asked.push({ check, judge, durationMs: Math.round((performance.now() - begun) * 10) / 10 })
  }
  return { asked, errors }
}

/** Lets every check judge what all of them recorded. One that breaks is our own error, and no verdict on anybody. */
export function judgeAll(
  asked: readonly AskedCheck[],
  exchanges: readonly Exchange[],
): { judged: readonly JudgedCheck[]; errors: readonly RunError[] } {
  const errors: RunError[] = []
  const judged = asked.map(({ check, judge, durationMs }) => {
    try {
      return { check, ...condensed(judge(exchanges)), durationMs }
    } catch (error) {
      return { check, ...condensed(broken(check, error as Error, errors)), durationMs }
    }
  })
  return { judged, errors }
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
