import { scope } from '../../../contracts/kontrollinformasjon/profile.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Request } from '../../kit/ask/request.ts'
import { type Asked, all, forEach, given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, served } from '../operations.ts'
import { notEntitled } from './defective-token.ts'

/** The scope among others, wherever it stands. */
const lists = [`${scope} bits:kundeforhold`, `bits:kundeforhold ${scope}`, `bits:kundeforhold ${scope} nav:samsvar`]

/** Other scopes, in which the right one is only a piece. */
const lookAlikes = [`${scope}.oed`, `${scope}x`, `x${scope}`, `bits:kundeforhold ${scope}.oed`]

async function withEach(ask: Doors['ask'], operation: Request, scopes: readonly string[]): Promise<Asked<Answer>[]> {
  const answers: Asked<Answer>[] = []
  for (const text of scopes)
    answers.push({ label: text, asked: await ask(operation, { token: { claims: { scope: text } } }) })
  return answers
}

export default defineCheck(import.meta, {
  verifies: 'KI-AUT-014',
  needs: ['P1'],
  ask: (doors) =>
    onEachOperation(doors, 'P1', async (operation) => ({
      lawful: await doors.ask(operation),
      // Some of what follows is the same call again but for the scope.
      again: await doors.ask(operation, { repeat: 1 }),
      accepted: await withEach(doors.ask, operation, lists),
      refused: await withEach(doors.ask, operation, lookAlikes),
    })),
  judge: (operations) =>
    forEach(operations, ({ lawful, again, accepted, refused }) =>
      all(
        given(all(served(lawful), served(again)), () => forEach(accepted, (answer) => answer.answers(200))),
        given(served(lawful), () => forEach(refused, (answer) => answer.refuses(notEntitled))),
      ),
    ),
})
