import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { given, inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { served } from '../operations.ts'

/** What the bank decided about the party. A token, a rate or an outage says nothing of it. */
const decided = [200, 400, 403, 404]

/** Customers of whom nothing is to be listed: 404 tells the same of them. What else they are refused with is another row's. */
const customers = ['P6', 'P7', 'P8', 'P9'] as const satisfies readonly DebtorName[]

/** Whether it should be a 200 is KI-KON-038's. */
function isNotUnknown(list: Answer): Judgement {
  if (list.status === null || !decided.includes(list.status))
    return inconclusive('need-not-met', `${list.exchange.id} says nothing of a party without accounts`)
  const what = 'the list of a party without accounts should not be answered with 404'
  return list.finds(list.status !== 404, { what, expected: 'another status than 404', at: 'status' })
}

export default defineCheck(import.meta, {
  verifies: 'KI-ERR-008',
  needs: ['P1', 'P5'],
  ask: async ({ ask, target }) => {
    const customer = await ask(caseOf(target, 'P1').list)
    const nobody = await ask(caseOf(target, 'P5').list)
    const others: { readonly name: DebtorName; readonly list: Answer }[] = []
    for (const name of customers.filter((one) => target.fixtures[one] !== undefined))
      others.push({ name, list: await ask(caseOf(target, name).list) })
    return { customer, nobody, others: others.filter(({ list }) => decided.includes(list.status ?? 0)) }
  },
  judge: ({ customer, nobody, others }) =>
    given(served(customer), () => [
      ...isNotUnknown(nobody),
      ...others.flatMap(({ name, list }) => labelled(name, isNotUnknown(list))),
    ]),
})
