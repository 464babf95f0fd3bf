import type { Content } from '../../../contracts/report/evidence.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Judgement } from '../../kit/judge/judgement.ts'

type Sealed = Extract<Content, { form: 'jwe' }>

/** The body as a JWE; null when it is something else. */
export function sealedContent({ answered }: Answer): Sealed | null {
  return answered?.content.form === 'jwe' ? answered.content : null
}

/** Ground for what speaks of sealed answers. */
export const isSealed = (answer: Answer): Judgement =>
  answer.finds(sealedContent(answer) !== null, { what: 'should be sealed', expected: 'sealed', at: 'content' })
