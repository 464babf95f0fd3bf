import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Request } from '../../kit/ask/request.ts'
import { forEach } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation } from '../operations.ts'
import { type AsItIs, isServed, servedAsItIs } from '../served-as-it-is.ts'

/** Far from the repetitions that anybody counts: the id is another one, and an equal question would be asked once. */
const inAnotherCase = 99

/** The same call, once more, and where one of the two is not served, under the id of a case that nobody has used. */
async function askTwice({ ask }: Doors, call: Request): Promise<readonly AsItIs[]> {
  const both = [await ask(call), await ask(call, { repeat: 1 })]
  const otherwise: Answer[] = both.every(isServed) ? [] : [await ask(ofNewCase(call), { repeat: inAnotherCase })]
  return both.map((usual) => ({ usual, otherwise }))
}

const ofNewCase = (call: Request): Request => ({
  ...call,
  invents: { ...call.invents, AccountInfoRequestID: 'per-exchange' },
})

/** All calls of P1's case carry one AccountInfoRequestID, and a CorrelationID each. */
export default defineCheck(import.meta, {
  verifies: 'KI-REQ-020',
  needs: ['P1'],
  ask: (doors) => onEachOperation(doors, 'P1', (operation) => askTwice(doors, operation)),
  judge: (operations) =>
    forEach(operations, (calls) =>
      calls.flatMap((call) => servedAsItIs(call, 'should be served under the AccountInfoRequestID of its case')),
    ),
})
