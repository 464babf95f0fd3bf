import type { Answer } from '../../kit/ask/answer.ts'
import type { Judgement } from '../../kit/judge/judgement.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { provokeServedAnswers, servedKindOf } from '../answers/served-answers.ts'
import { sealedContent } from './sealed.ts'

/** A test instance that knows plain JSON only is let through with a warning (reading: plain-or-sealed-in-test). */
const isPlain = ({ answered }: Answer): boolean =>
  answered?.content.form === 'json' && /^application\/json\b/i.test(answered.headers['content-type'] ?? '')

/** All in plain is such an instance; some in plain is a bank that forgets to seal. */
function isCompact(answer: Answer, population: readonly Answer[]): Judgement {
  const what = 'should be a JWE in compact serialization with nothing around it'
  const weight = population.every(isPlain) ? 'tolerated' : 'breach'
  return answer.finds(sealedContent(answer)?.compact === true, { what, weight, expected: 'sealed', at: 'content' })
}

export default defineInvariant(import.meta, {
  verifies: 'KI-ENC-001',
  needs: ['P1'],
  ask: provokeServedAnswers,
  kindOf: (answer) => (asksForJose(answer) ? servedKindOf(answer) : null),
  atLeast: { accounts: 1, details: 1, transactions: 1 },
  each: isCompact,
})

const asksForJose = ({ exchange }: Answer) => exchange.request.headers.Accept === 'application/jose'
