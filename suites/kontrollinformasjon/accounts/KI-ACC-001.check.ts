import { violations } from '../../../contracts/kontrollinformasjon/schemas.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { isServedList, provokeServedLists } from '../answers/served-answers.ts'

export default defineInvariant(import.meta, {
  verifies: 'KI-ACC-001',
  needs: ['P1'],
  ask: provokeServedLists,
  population: isServedList,
  atLeast: 1,
  each: (list) => {
    const found = violations('accounts', list.body)
    if (found.length === 0)
      return list.finds(true, { what: 'the list conforms to the schema Accounts', expected: null, at: 'status' })
    return found.flatMap(({ at, rule }) =>
      list.finds(false, { what: `the list conforms to the schema Accounts at ${at || '/'}`, expected: rule, at }),
    )
  },
})
