import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, all, forEach, given, inconclusive } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, referencesIn, served } from '../operations.ts'
import { callsOf } from '../other-agency.ts'
import { withSealingInTest } from './capability.ts'
import { opensWith } from './opened.ts'
import { isSealed } from './sealed.ts'

/** The same operations for the agency of C2, as far as its list gives a reference. */
async function askForOther({ ask, target }: Doors): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>()
  const { C2 } = target.fixtures
  if (C2 === undefined) return answers
  const { list, on } = callsOf(C2, target)
  const accounts = await ask(list)
  answers.set('accounts', accounts)
  const [reference] = referencesIn(accounts)
  for (const operation of ['details', 'transactions'] as const)
    if (reference !== undefined) answers.set(operation, await ask(on(operation, reference)))
  return answers
}

/** Beside what Brønnøysundregistrene get: a bank that seals with no published key at all is KI-ENC-005's. */
const check = defineCheck(import.meta, {
  verifies: 'KI-ENC-006',
  needs: ['P1'],
  ask: async (doors) => {
    const { C2 } = doors.target.fixtures
    if (C2 === undefined) return { missing: inconclusive('fixture-missing', 'the participant has no C2') }
    if (doors.target.keys.length < 2)
      return { missing: inconclusive('need-not-met', 'the keystore has no key of the agency of C2') }
    const own = await onEachOperation(doors, 'P1', (operation) => doors.ask(operation))
    return { own, other: await askForOther(doors) }
  },
  judge: ({ missing, own = [], other = new Map<string, Answer>() }) => {
    if (missing !== undefined) return missing
    const pairs = own.map((one): Asked<{ usual: Answer; answer: Answer }> => {
      const answer = other.get(one.label)
      if ('missing' in one) return one
      if (answer !== undefined) return { label: one.label, asked: { usual: one.asked, answer } }
      return { label: one.label, missing: inconclusive('need-not-met', 'the list of C2 names no account to ask about') }
    })
    return forEach(pairs, ({ usual, answer }) =>
      given(all(opensWith(usual, 0), served(answer), isSealed(answer)), () => opensWith(answer, 1)),
    )
  },
})

export default withSealingInTest(check)
