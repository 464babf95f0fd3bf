import type { Answer } from '../../kit/ask/answer.ts'
import { given, type Judgement } from '../../kit/judge/judgement.ts'
import { sealedContent } from './sealed.ts'

/** With whose key an answer opens: 0 is that of Brønnøysundregistrene, 1 that of the agency of fixture C2. */
type Owner = 0 | 1

const owners = { 0: 'the key of the consumer', 1: 'the key of the agency of C2' } as const

/** Only RSA key encryption can have used a published certificate; for everything else another row speaks. */
const usesRsa = (answer: Answer): Judgement =>
  answer.finds(/^RSA-OAEP(-\d+)?$/.test(String(sealedContent(answer)?.header.alg)), {
    what: 'should have its content key encrypted with RSA-OAEP',
    expected: 'sealed',
    at: 'content',
  })

/** Not to be opened at all, or with the other's key. Of further keys nobody knows whose they are, and they do as well. */
export function opensWith(answer: Answer, owner: Owner): Judgement {
  const opened = sealedContent(answer)?.opened
  const by = opened !== undefined && 'text' in opened ? (opened.by ?? owner) : null
  const holds = by !== null && (by === owner || !(by in owners))
  return given(usesRsa(answer), () =>
    answer.finds(holds, {
      what: 'should open with the key of the certificate that CertPub serves for the consumer of the token',
      expected: owners[owner],
      at: 'key',
    }),
  )
}
