import { violations } from '../../../contracts/kontrollinformasjon/schemas.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Judgement } from '../../kit/judge/judgement.ts'
import { totals } from '../../kit/judge/totals.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { onContent, provokeServedLists, servedKindOf } from '../answers/served-answers.ts'

const what = 'the list should conform to the schema Accounts'

const conforms = (list: Answer): Judgement =>
  totals(
    [list],
    { what: `${what}: places where it does not`, expected: 0, at: 'content' },
    ([body]) => violations('accounts', body).length,
    (places) => places === 0,
  )

/** An empty body, or one that is no JSON, is no list either. */
function conformsEverywhere(list: Answer): Judgement {
  const found = violations('accounts', list.body)
  if (found.length === 0) return conforms(list)
  return found.flatMap(({ at, rule }) => list.finds(false, { what: `${what} at ${at || '/'}`, expected: rule, at }))
}

export default defineInvariant(import.meta, {
  verifies: 'KI-ACC-001',
  needs: ['P1'],
  ask: provokeServedLists,
  kindOf: (answer) => (servedKindOf(answer) === 'accounts' ? 'lists' : null),
  atLeast: { lists: 1 },
  each: (list) => onContent(list, () => conformsEverywhere(list)),
})
