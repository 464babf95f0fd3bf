import type { Diagnosis, Waiting } from '../../kit/run/preflight/diagnosis.ts'
import { ok } from '../../kit/run/preflight/diagnosis.ts'
import type { Target } from '../../kit/target.ts'
import { hooksAnswer } from './hooks.ts'
import { brregReached } from './reached.ts'

/**
 * Whether Brreg and the bank find each other, and whether its hooks answer. For `doctor`: it has the bank poll where that
 * is offered, and nothing is published. Empty where the bank follows no konkursvarsler.
 */
export async function followsNotices(target: Target, waiting: Waiting): Promise<readonly Diagnosis[]> {
  const { konkursvarsel, hooks, control } = target
  if (konkursvarsel === undefined) return []
  const called = await hooksAnswer(target, waiting)
  const hasPolled = called.some(({ what, state }) => what === 'hook poll' && state === 'ok')
  const { seen } = await control.observed({ after: 0 })
  const offered = hooks === undefined ? [ok('hooks', 'none is offered')] : called
  return [...offered, ...brregReached(seen, { hasPolled, pollSeconds: konkursvarsel.pollSeconds })]
}
