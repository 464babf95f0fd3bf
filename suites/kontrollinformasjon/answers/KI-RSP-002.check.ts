import { enumerations } from '../../../contracts/kontrollinformasjon/enumerations.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { detailedKindOf, places, provokeDetailedAnswers, statusOf } from './detailed-answers.ts'

const statuses: readonly unknown[] = enumerations.ResponseStatus

export default defineInvariant(import.meta, {
  verifies: 'KI-RSP-002',
  needs: ['P1'],
  ask: provokeDetailedAnswers,
  kindOf: detailedKindOf,
  atLeast: { accounts: 1, details: 1, transactions: 1 },
  each: (answer) =>
    answer.finds(statuses.includes(statusOf(answer)), {
      what: 'the status in responseDetails should be one of the two words',
      expected: statuses,
      at: places.status,
    }),
})
