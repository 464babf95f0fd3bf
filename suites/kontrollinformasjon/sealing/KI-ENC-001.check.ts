import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { all, forEach, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck, defineInvariant } from '../../kit/run/check.ts'
import { servedKindOf } from '../answers/served-answers.ts'
import { onEachOperation } from '../operations.ts'
import { inProduction, isProductionAsked } from '../production.ts'
import { isInProduction, knowsPlainOnly, provokeSealedAnswers } from './capability.ts'
import { sealedContent } from './sealed.ts'

const what = 'should be a JWE in compact serialization with nothing around it'
const compact = { what, expected: 'sealed', at: 'content' }

/** A test instance that knows plain JSON only is let through with a warning (reading: plain-or-sealed-in-test). */
const isPlain = ({ answered }: Answer): boolean =>
  answered?.content.form === 'json' && /^application\/json\b/i.test(answered.headers['content-type'] ?? '')

/** All in plain is such an instance; some in plain is a bank that forgets to seal. In production all are sealed. */
function isCompact(answer: Answer, population: readonly Answer[]): Judgement {
  const isPlainOnly = population.filter((one) => !isInProduction(one)).every(isPlain)
  const weight = isPlainOnly && !isInProduction(answer) ? 'tolerated' : 'breach'
  return answer.finds(sealedContent(answer)?.compact === true, { ...compact, weight })
}

/** Whoever asks for plain JSON in production gets none (KI-ENC-014), and a 200 is a 200. */
async function askProduction(doors: Doors): Promise<void> {
  if (!isProductionAsked(doors.target)) return
  const plain = { headers: { Accept: 'application/json' } }
  await onEachOperation(doors, 'P1', (operation) => doors.ask(operation, plain), inProduction)
}

const asksForJose = ({ exchange }: Answer) => exchange.request.headers.Accept === 'application/jose'

const everyAnswer = defineInvariant(import.meta, {
  verifies: 'KI-ENC-001',
  needs: ['P1'],
  ask: async (doors) => {
    await provokeSealedAnswers(doors)
    await askProduction(doors)
  },
  kindOf: (answer) => (asksForJose(answer) || isInProduction(answer) ? servedKindOf(answer) : null),
  atLeast: { accounts: 1, details: 1, transactions: 1 },
  each: isCompact,
})

/** It declares that it cannot seal: a refusal of application/jose is as good as plain JSON, and both are warned about. */
const fromPlainOnly = defineCheck(import.meta, {
  verifies: 'KI-ENC-001',
  needs: ['P1'],
  ask: (doors) =>
    onEachOperation(doors, 'P1', (operation) => doors.ask(operation, { headers: { Accept: 'application/jose' } })),
  judge: (operations) =>
    forEach(operations, (answer) => {
      // Every other row about sealing is set aside by what was declared, so it has to be true.
      if (sealedContent(answer) !== null)
        return inconclusive('need-not-met', `"sealing: false" is declared, and ${answer.exchange.id} is sealed`)
      const weight = isPlain(answer) || answer.status === 406 ? 'tolerated' : 'breach'
      return all(answer.finds(sealedContent(answer)?.compact === true, { ...compact, weight }))
    }),
})

const check: Check = {
  ...everyAnswer,
  begin: (doors) => (knowsPlainOnly(doors.target) ? fromPlainOnly : everyAnswer).begin(doors),
}

export default check
