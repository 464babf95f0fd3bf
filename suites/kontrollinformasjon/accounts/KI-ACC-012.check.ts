import type { Answer } from '../../kit/ask/answer.ts'
import { type Asked, forEach, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { digitsOf, type Listed, listedIn } from './listed.ts'
import { askWholeList, onServedList } from './whole-list.ts'

/** The fixture leaves loans out (reading: loan-accounts-disabled); what the bank calls the account does not soften it. */
const isDisabled = (list: Answer, { at, account }: Listed): Judgement =>
  list.finds(account.status === 'disabled', {
    what: 'an account blocked because of the bankruptcy should be disabled',
    expected: 'disabled',
    at: `${at}/status`,
  })

export default defineCheck(import.meta, {
  verifies: 'KI-ACC-012',
  needs: ['P1'],
  ask: async (doors) => ({
    list: await askWholeList(doors, 'P1'),
    blocked: doors.target.fixtures.P1?.blockedAccounts ?? [],
  }),
  // The account may stand on any page: the list can be split like other answers (KI-PAG-018).
  judge: ({ list, blocked }) =>
    onServedList(list, (first) => {
      const listed = list.pages.flatMap((page) => listedIn(page).map((place) => ({ page, place })))
      const accounts = blocked.map((number, index): Asked<typeof listed> => {
        const label = `blocked account ${index + 1} of P1`
        const isIt = ({ account }: Listed) => digitsOf(account.accountIdentifier) === digitsOf(number)
        const found = listed.filter(({ place }) => isIt(place))
        if (found.length > 0) return { label, asked: found }
        return { label, missing: inconclusive('need-not-met', `it is not in the list of ${first.exchange.id}`) }
      })
      return forEach(accounts, (found) => found.flatMap(({ page, place }) => isDisabled(page, place)))
    }),
})
