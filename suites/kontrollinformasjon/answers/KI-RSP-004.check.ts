import { defineInvariant } from '../../kit/run/check.ts'
import { detailedKindOf, messageOf, places, provokeDetailedAnswers, statusOf } from './detailed-answers.ts'

/** What the reason may say is KI-RSP-010's; here it has to be there. Its form is KI-RSP-003's, but a blank gives none. */
const givesReason = (message: unknown) => message !== null && String(message).trim() !== ''

export default defineInvariant(import.meta, {
  verifies: 'KI-RSP-004',
  needs: ['P1', 'A13'],
  ask: provokeDetailedAnswers,
  kindOf: (answer) => (detailedKindOf(answer) !== null && statusOf(answer) === 'partial' ? 'partial answers' : null),
  atLeast: { 'partial answers': 1 },
  each: (answer) =>
    answer.finds(givesReason(messageOf(answer)), {
      what: 'a partial answer should say why in its message',
      expected: 'a reason',
      at: places.message,
    }),
})
