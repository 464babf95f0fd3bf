import type { Answer } from '../../kit/ask/answer.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { servedKindOf } from '../answers/served-answers.ts'
import { provokeSealedAnswers, withSealing } from './capability.ts'
import { opensWith } from './opened.ts'
import { sealedContent } from './sealed.ts'

/** What another agency is answered is KI-ENC-006's. */
const isForBrreg = ({ exchange }: Answer) => exchange.request.token?.claims?.consumer === undefined

const check = defineInvariant(import.meta, {
  verifies: 'KI-ENC-005',
  needs: ['P1'],
  ask: provokeSealedAnswers,
  kindOf: (answer) => (sealedContent(answer) !== null && isForBrreg(answer) ? servedKindOf(answer) : null),
  atLeast: { accounts: 1, details: 1, transactions: 1 },
  each: (answer) => opensWith(answer, 0),
})

export default withSealing(check)
