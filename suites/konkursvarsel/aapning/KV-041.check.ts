import type { Answer } from '../../kit/ask/answer.ts'
import { all, along, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { served } from '../../kontrollinformasjon/operations.ts'
import { digitsOf, shownIn } from '../accounts.ts'
import { bostyrer } from '../acts/bostyrer.ts'
import { delivered } from '../delivered.ts'

/** Products that have no balance to tell. */
const without = new Set(['accountWithoutBalance', 'loanAccount', 'creditCardAccount'])

export default defineCheck(import.meta, {
  verifies: 'KV-041',
  needs: ['K1'],
  ask: async ({ play }) => play(bostyrer),
  judge: ({ target, opened, lists, details, transactions }) => {
    const last = lists.at(-1)
    if (last === undefined) return inconclusive('not-recorded', 'no list was asked for')
    const ground = lists.flatMap((list) => [served(list), list.readable])
    return along(all(delivered([opened], opened.notices.K1), ...ground), () => {
      const held = target.fixtures.K1?.accounts ?? []
      const shown = new Set(lists.flatMap(shownIn).map(({ number }) => number))
      const missing = held.filter(({ accountIdentifier }) => !shown.has(digitsOf(accountIdentifier)))
      return all(
        last.finds(missing.length === 0, {
          what: `every account of the debtor should be shown, and ${missing.length} are not`,
          expected: `${held.length} accounts`,
          at: '/accounts',
        }),
        ...details.map((answer) => balanceIn(answer, held)),
        ...transactions.map(served),
      )
    })
  },
})

function balanceIn(answer: Answer, held: readonly { accountIdentifier: string; product: string }[]): Judgement {
  return given(served(answer), () => {
    const { account } = (answer.body ?? {}) as { account?: { accountIdentifier?: unknown; balances?: unknown } }
    const number = digitsOf(account?.accountIdentifier)
    const product = held.find(({ accountIdentifier }) => digitsOf(accountIdentifier) === number)?.product
    if (product === undefined || without.has(product))
      return answer.finds(true, { what: 'the detail of a locked account is told', expected: null, at: 'status' })
    const has = Array.isArray(account?.balances) && account.balances.length > 0
    return answer.finds(has, {
      what: 'the balance of a locked account should be told',
      expected: 'balances',
      at: '/account/balances',
    })
  })
}
