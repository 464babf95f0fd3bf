import type { Answer } from '../../kit/ask/answer.ts'
import { readAt } from '../../kit/judge/finding.ts'
import { all, type Judgement } from '../../kit/judge/judgement.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { isDeclaredError, provokeErrors } from './provoke.ts'

function hasText(answer: Answer, name: 'code' | 'message'): Judgement {
  const at = `/${name}`
  const value = readAt(answer.exchange, at)
  const what = `an error body has a ${name} that is a text and not empty`
  return answer.finds(typeof value === 'string' && value.trim() !== '', { what, expected: 'text', at })
}

export default defineInvariant(import.meta, {
  verifies: 'KI-ERR-001',
  needs: ['P1'],
  ask: provokeErrors,
  population: isDeclaredError,
  atLeast: 4,
  each: (answer) =>
    answer.answered?.content.form === 'json'
      ? all(hasText(answer, 'code'), hasText(answer, 'message'))
      : answer.finds(false, { what: 'an error body is plain JSON', expected: 'plain JSON', at: 'content' }),
})
