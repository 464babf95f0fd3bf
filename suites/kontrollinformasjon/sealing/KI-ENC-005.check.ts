import type { Answer } from '../../kit/ask/answer.ts'
import { all, forEach, given, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, served } from '../operations.ts'
import { isSealed, sealedContent } from './sealed.ts'

/** Only RSA key encryption can have used the published certificate; for everything else another row speaks. */
const usesRsa = (answer: Answer): Judgement =>
  answer.finds(/^RSA-OAEP(-\d+)?$/.test(String(sealedContent(answer)?.header.alg)), {
    what: 'has its content key encrypted with RSA-OAEP',
    expected: 'sealed',
    at: 'content',
  })

function opens(answer: Answer): Judgement {
  const opened = sealedContent(answer)?.opened
  const holds = opened !== undefined && 'value' in opened
  const what = 'opens with the key of the certificate that CertPub serves for the consumer'
  return answer.finds(holds, { what, expected: 'sealed', at: 'content' })
}

export default defineCheck(import.meta, {
  verifies: 'KI-ENC-005',
  needs: ['P1'],
  ask: (doors) => onEachOperation(doors, 'P1', (operation) => doors.ask(operation)),
  judge: (operations) =>
    forEach(operations, (answer) => given(all(served(answer), isSealed(answer), usesRsa(answer)), () => opens(answer))),
})
