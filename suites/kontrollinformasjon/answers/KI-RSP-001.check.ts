import { readAt } from '../../kit/judge/read.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { onContent, provokeServedAnswers, servedKindOf } from './served-answers.ts'

export default defineInvariant(import.meta, {
  verifies: 'KI-RSP-001',
  needs: ['P1'],
  ask: provokeServedAnswers,
  kindOf: servedKindOf,
  atLeast: { accounts: 1, details: 1, transactions: 1 },
  each: (answer) =>
    onContent(answer, () => {
      const at = '/responseDetails'
      const details = readAt(answer.exchange, at)
      const holds = details !== null && typeof details === 'object' && !Array.isArray(details)
      return answer.finds(holds, { what: 'should have responseDetails', expected: 'an object', at })
    }),
})
