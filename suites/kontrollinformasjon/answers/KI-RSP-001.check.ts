import { readAt } from '../../kit/judge/finding.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { isServed, provokeServedAnswers } from './served-answers.ts'

export default defineInvariant(import.meta, {
  verifies: 'KI-RSP-001',
  needs: ['P1'],
  ask: provokeServedAnswers,
  population: isServed,
  /** The three operations at the very least. */
  atLeast: 3,
  each: (answer) => {
    const at = '/responseDetails'
    const details = readAt(answer.exchange, at)
    const holds = details !== null && typeof details === 'object' && !Array.isArray(details)
    return answer.finds(holds, { what: 'has responseDetails', expected: 'object', at })
  },
})
