import type { Answer } from '../../kit/ask/answer.ts'
import { type Asked, all, forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { served } from '../operations.ts'
import { type Listed, listedIn } from './listed.ts'

/** The fixture leaves loans out (reading: loan-accounts-disabled); what the bank calls the account does not soften it. */
const isDisabled = (list: Answer, { at, account }: Listed): Judgement =>
  list.finds(account.status === 'disabled', {
    what: 'an account blocked because of the bankruptcy should be disabled',
    expected: 'disabled',
    at: `${at}/status`,
  })

const digitsOf = (value: unknown) => String(value).replace(/\D/g, '')

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
      const accounts = blocked.map((number, index): Asked<readonly Listed[]> => {
        const label = `blocked account ${index + 1} of P1`
        const found = listed.filter(({ account }) => digitsOf(account.accountIdentifier) === digitsOf(number))
        if (found.length > 0) return { label, asked: found }
        return { label, missing: inconclusive('need-not-met', `it is not in the list of ${list.exchange.id}`) }
      })
      return forEach(accounts, (places) => places.flatMap((place) => isDisabled(list, place)))
    }),
})
