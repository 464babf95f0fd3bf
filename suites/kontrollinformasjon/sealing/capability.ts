import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Changes } from '../../kit/ask/request.ts'
import { notApplicable } from '../../kit/judge/judgement.ts'
import type { Check } from '../../kit/run/check.ts'
import type { Target } from '../../kit/target.ts'
import { provokeServedAnswers } from '../answers/served-answers.ts'
import { onEachOperation } from '../operations.ts'
import { inProduction, isProductionAsked } from '../production.ts'

/** Whether the test instance declares that it cannot seal. */
export const knowsPlainOnly = ({ capabilities }: Target): boolean => capabilities.sealing === false

/** Of checks that speak of sealed answers: a participant that declares to have none is asked nothing. */
export const withSealing = (check: Check): Check =>
  unless(check, (target) => knowsPlainOnly(target) && !isProductionAsked(target))

/** Likewise, of checks that only the test instance can be asked about. */
export const withSealingInTest = (check: Check): Check => unless(check, knowsPlainOnly)

const unless = (check: Check, isAbsent: (target: Target) => boolean): Check => ({
  ...check,
  begin: async (doors) =>
    isAbsent(doors.target)
      ? () => notApplicable('capability-absent', 'the participant declares that its test instance does not seal')
      : check.begin(doors),
})

/** Where answers are sealed: in the test instance, or only in production. */
export const whereSealed = (target: Target): Changes => (knowsPlainOnly(target) ? inProduction : {})

/** Lawful calls to every instance: that in production profile seals, whatever the test instance can. */
export async function provokeSealedAnswers(doors: Doors): Promise<void> {
  await provokeServedAnswers(doors)
  if (isProductionAsked(doors.target))
    await onEachOperation(doors, 'P1', (operation) => doors.ask(operation), inProduction)
}

export const isInProduction = ({ exchange }: Answer): boolean => exchange.request.via === 'production'
