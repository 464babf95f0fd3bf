import type { Answer } from '../../kit/ask/answer.ts'
import { type Asked, all, forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { served } from '../operations.ts'
import { type Listed, listedIn } from './listed.ts'

/** A loan cannot be emptied, so blocking it has no clear meaning (reading: loan-accounts-disabled). */
const isDisabled = (list: Answer, { at, account }: Listed): Judgement =>
  list.finds(account.status === 'disabled', {
    what: 'an account blocked because of the bankruptcy is disabled',
    weight: account.type === 'loanAccount' ? 'tolerated' : 'breach',
    expected: 'disabled',
    at: `${at}/status`,
  })

export default defineCheck(import.meta, {
  verifies: 'KI-ACC-012',
  needs: ['P1'],
  ask: async ({ ask, target }) => ({
    list: await ask(caseOf(target, 'P1').list),
    blocked: target.fixtures.P1?.blockedAccounts ?? [],
  }),
  judge: ({ list, blocked }) =>
    given(all(served(list), list.readable), () => {
      const listed = listedIn(list)
      const accounts = blocked.map((number, index): Asked<Listed> => {
        const label = `blocked account ${index + 1} of P1`
        const found = listed.find(({ account }) => account.accountIdentifier === number)
        if (found !== undefined) return { label, asked: found }
        return { label, missing: inconclusive('need-not-met', `it is not in the list of ${list.exchange.id}`) }
      })
      return forEach(accounts, (account) => isDisabled(list, account))
    }),
})
