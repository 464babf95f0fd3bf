import { defineInvariant } from '../../kit/run/check.ts'
import { servedKindOf } from '../answers/served-answers.ts'
import { provokeSealedAnswers, withSealing } from './capability.ts'
import { sealedContent } from './sealed.ts'

/** Parameters are allowed, and case does not matter (RFC 9110 §8.3.1). `application/jose+json` is another type. */
const isJose = /^application\/jose\s*(;|$)/i

const check = defineInvariant(import.meta, {
  verifies: 'KI-ENC-002',
  needs: ['P1'],
  ask: provokeSealedAnswers,
  kindOf: (answer) => (sealedContent(answer) === null ? null : servedKindOf(answer)),
  atLeast: { accounts: 1, details: 1, transactions: 1 },
  each: (answer) =>
    answer.finds(isJose.test(answer.answered?.headers['content-type'] ?? ''), {
      what: 'a sealed answer should have the Content-Type application/jose',
      expected: 'application/jose',
      at: 'header:content-type',
    }),
})

export default withSealing(check)
