import type { Answer } from '../../kit/ask/answer.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { operationOf } from '../operations.ts'
import { provokeErrorsEverywhere } from './provoke-everywhere.ts'
import { sealedContent } from './sealed.ts'

const kindOf = (answer: Answer): string | null =>
  answer.status !== null && answer.status >= 400 ? (operationOf(answer) ?? 'others') : null

export default defineInvariant(import.meta, {
  verifies: 'KI-ENC-020',
  needs: ['P1'],
  ask: provokeErrorsEverywhere,
  kindOf,
  atLeast: { accounts: 2, details: 1, transactions: 1 },
  each: (answer) =>
    answer.finds(sealedContent(answer) === null, {
      what: 'an error should not be encrypted',
      expected: 'plain JSON',
      at: 'content',
      ofAnyError: true,
    }),
})
