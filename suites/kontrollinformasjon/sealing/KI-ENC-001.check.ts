import type { Answer } from '../../kit/ask/answer.ts'
import { forEach, given, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, served } from '../operations.ts'
import { sealedContent } from './sealed.ts'

/** A test instance that knows plain JSON only is let through with a warning (reading: plain-or-sealed-in-test). */
const isPlain = ({ answered }: Answer): boolean =>
  answered?.content.form === 'json' && /^application\/json\b/i.test(answered.headers['content-type'] ?? '')

function isCompact(answer: Answer): Judgement {
  const what = 'is a JWE in compact serialization with nothing around it'
  const weight = isPlain(answer) ? 'tolerated' : 'breach'
  return answer.finds(sealedContent(answer)?.compact === true, { what, weight, expected: 'sealed', at: 'content' })
}

export default defineCheck(import.meta, {
  verifies: 'KI-ENC-001',
  needs: ['P1'],
  ask: (doors) => onEachOperation(doors, 'P1', (operation) => doors.ask(operation)),
  judge: (operations) => forEach(operations, (answer) => given(served(answer), () => isCompact(answer))),
})
