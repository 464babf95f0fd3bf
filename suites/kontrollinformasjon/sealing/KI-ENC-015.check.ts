import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Request } from '../../kit/ask/request.ts'
import { forEach, inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation } from '../operations.ts'
import { knowsPlainOnly } from './capability.ts'
import { sealedContent } from './sealed.ts'

interface ByAccept {
  readonly jose: Answer
  /** The same call with other wishes: when one of them is served, the wish is why the first is not. */
  readonly others: readonly Answer[]
  readonly isPlainOnly: boolean
}

function isServed({ jose, others, isPlainOnly }: ByAccept): Judgement {
  if (jose.status === 401 || jose.status === 403)
    return inconclusive('need-not-met', `${jose.exchange.id} is refused for its token`)
  if (jose.status !== 200 && !others.some(({ status }) => status === 200))
    return inconclusive('need-not-met', `${jose.exchange.id} is not served with any Accept`)
  const holds = jose.status === 200 && !(isPlainOnly && sealedContent(jose) === null)
  return jose.finds(holds, {
    what: 'Accept application/jose should be served',
    weight: isPlainOnly ? 'tolerated' : 'breach',
    expected: isPlainOnly ? 'sealed' : 200,
    at: jose.status === 200 ? 'content' : 'status',
  })
}

/** Only where it matters, and twice: of a bank that serves no call a second time, the first says nothing. */
async function withOtherWishes(doors: Doors, operation: Request): Promise<readonly Answer[]> {
  const others: Answer[] = []
  for (const Accept of ['*/*', 'application/json']) {
    await doors.ask(operation, { headers: { Accept }, repeat: 1 })
    others.push(await doors.ask(operation, { headers: { Accept }, repeat: 2 }))
  }
  return others
}

export default defineCheck(import.meta, {
  verifies: 'KI-ENC-015',
  needs: ['P1'],
  ask: (doors) =>
    onEachOperation(doors, 'P1', async (operation) => {
      const jose = await doors.ask(operation, { headers: { Accept: 'application/jose' } })
      return {
        jose,
        others: jose.status === 200 ? [] : await withOtherWishes(doors, operation),
        isPlainOnly: knowsPlainOnly(doors.target),
      }
    }),
  judge: (operations) => labelled('with Accept application/jose', forEach(operations, isServed)),
})
