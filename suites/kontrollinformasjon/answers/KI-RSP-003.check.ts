import { defineInvariant } from '../../kit/run/check.ts'
import { detailedKindOf, messageOf, places, provokeDetailedAnswers } from './detailed-answers.ts'

/** Characters, and not UTF-16 units, as OpenAPI counts (JSON Schema §6.3.1). */
const lengthOf = (text: string) => [...text].length

const longest = 500

/** Only answers that have a message: where none has, nothing was looked at, although A13 ought to provoke one. */
export default defineInvariant(import.meta, {
  verifies: 'KI-RSP-003',
  needs: ['P1'],
  ask: provokeDetailedAnswers,
  kindOf: (answer) => (detailedKindOf(answer) !== null && messageOf(answer) !== null ? 'messages' : null),
  atLeast: { messages: 1 },
  each: (answer) => {
    const message = messageOf(answer)
    const holds = typeof message === 'string' && message !== '' && lengthOf(message) <= longest
    const what = `a message should be a text of 1 to ${longest} characters`
    return answer.finds(holds, { what, expected: `text of 1 to ${longest} characters`, at: places.message })
  },
})
