import type { Answer } from '../../kit/ask/answer.ts'
import { given, type Judgement } from '../../kit/judge/judgement.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { provokeServedAnswers, servedKindOf } from '../answers/served-answers.ts'
import { sealedContent } from './sealed.ts'

/** Only RSA key encryption can have used the published certificate; for everything else another row speaks. */
const usesRsa = (answer: Answer): Judgement =>
  answer.finds(/^RSA-OAEP(-\d+)?$/.test(String(sealedContent(answer)?.header.alg)), {
    what: 'should have its content key encrypted with RSA-OAEP',
    expected: 'sealed',
    at: 'content',
  })

function opens(answer: Answer): Judgement {
  const opened = sealedContent(answer)?.opened
  const holds = opened !== undefined && 'text' in opened
  const what = 'should open with the key of the certificate that CertPub serves for the consumer'
  return answer.finds(holds, { what, expected: 'sealed', at: 'content' })
}

export default defineInvariant(import.meta, {
  verifies: 'KI-ENC-005',
  needs: ['P1'],
  ask: provokeServedAnswers,
  kindOf: (answer) => (sealedContent(answer) === null ? null : servedKindOf(answer)),
  atLeast: { accounts: 1, details: 1, transactions: 1 },
  each: (answer) => given(usesRsa(answer), () => opens(answer)),
})
