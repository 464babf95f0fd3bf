import { tellsAccountData } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { calm } from '../../kit/ask/epochs.ts'
import { all, type Judgement } from '../../kit/judge/judgement.ts'
import { readAt } from '../../kit/judge/read.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { declaredErrorOf, provokeErrors } from './provoke.ts'

function hasText(answer: Answer, name: 'code' | 'message'): Judgement {
  const at = `/${name}`
  const value = readAt(answer.exchange, at)
  const what = `an error body should have a ${name} that is a text and not empty`
  return answer.finds(typeof value === 'string' && value.trim() !== '', {
    what,
    expected: 'text',
    at,
    ofAnyError: true,
  })
}

/** Account data in an error are always a failure (catalogue 8.1.1); what is told while CertPub is out is KI-ENC-012's. */
function tellsNothingElse(answer: Answer): Judgement {
  if (answer.exchange.epoch !== calm.name) return []
  const what = 'an error body should tell no account data'
  const holds = !tellsAccountData(answer.body)
  return answer.finds(holds, { what, expected: 'code and message alone', at: 'content', ofAnyError: true })
}

export default defineInvariant(import.meta, {
  verifies: 'KI-ERR-001',
  needs: ['P1'],
  ask: provokeErrors,
  kindOf: declaredErrorOf,
  atLeast: { errors: 4 },
  each: (answer) =>
    answer.answered?.content.form === 'json'
      ? all(hasText(answer, 'code'), hasText(answer, 'message'), tellsNothingElse(answer))
      : answer.finds(false, {
          what: 'an error body should be plain JSON',
          expected: 'plain JSON',
          at: 'content',
          ofAnyError: true,
        }),
})
