import { tellsAccountData } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { type Asked, all, forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, served } from '../operations.ts'
import { inProduction, withProduction } from '../production.ts'
import { sealedContent } from './sealed.ts'

/** Sealed all the same, or 406 (Q36). Another refusal tells no data either, and is told. */
function isNeverPlain(answer: Answer): Judgement {
  const what = 'in production Accept application/json should get a sealed answer, or 406'
  if (answer.status === 401 || answer.status === 403)
    return inconclusive('need-not-met', `${answer.exchange.id} is refused for its token`)
  const isSealed = sealedContent(answer) !== null
  const isRefused = answer.status !== null && answer.status >= 400
  return all(
    answer.finds((answer.status === 200 && isSealed) || answer.status === 406, {
      what,
      weight: isRefused ? 'tolerated' : 'breach',
      expected: [200, 406],
      at: answer.status === 200 ? 'content' : 'status',
    }),
    answer.finds(isSealed || !tellsAccountData(answer.body), {
      what: `${what}: account data came in plain text`,
      expected: 'no plain account data',
      at: 'content',
    }),
  )
}

/** One wish in several words: a filter in front of a bank may know the first only. */
const wishes = [
  'application/json',
  'application/json;charset=UTF-8',
  'application/json, */*;q=0.1',
  'application/*+json',
]

const check = defineCheck(import.meta, {
  verifies: 'KI-ENC-014',
  needs: ['P1'],
  ask: (doors) =>
    onEachOperation(
      doors,
      'P1',
      async (operation) => {
        const usual = await doors.ask(operation)
        const plain: Asked<Answer>[] = []
        for (const Accept of wishes)
          plain.push({ label: `Accept ${Accept}`, asked: await doors.ask(operation, { headers: { Accept } }) })
        return { usual, plain }
      },
      inProduction,
    ),
  judge: (operations) =>
    forEach(operations, ({ usual, plain }) => given(served(usual), () => forEach(plain, isNeverPlain))),
})

export default withProduction(check)
