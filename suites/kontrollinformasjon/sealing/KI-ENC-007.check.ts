import type { Answer } from '../../kit/ask/answer.ts'
import type { Judgement } from '../../kit/judge/judgement.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { onContent, servedKindOf } from '../answers/served-answers.ts'
import { provokeSealedAnswers, withSealing } from './capability.ts'
import { sealedContent } from './sealed.ts'

/** What stands around the document was taken off in reading, so that other rows can judge it; this row is about it. */
function isOneDocument(answer: Answer): Judgement {
  const opened = sealedContent(answer)?.opened
  const found = opened !== undefined && 'text' in opened ? opened : null
  const isJson = found !== null && (found.value !== undefined || found.unread !== undefined)
  const holds = isJson && found.wrapped === undefined && found.utf8 !== false
  return answer.finds(holds, {
    what: 'the plaintext should be one UTF-8 JSON document and nothing else',
    expected: 'sealed',
    at: 'content',
  })
}

const check = defineInvariant(import.meta, {
  verifies: 'KI-ENC-007',
  needs: ['P1'],
  ask: provokeSealedAnswers,
  kindOf: (answer) => (sealedContent(answer) === null ? null : servedKindOf(answer)),
  atLeast: { accounts: 1, details: 1, transactions: 1 },
  each: (answer) => onContent(answer, () => isOneDocument(answer)),
})

export default withSealing(check)
