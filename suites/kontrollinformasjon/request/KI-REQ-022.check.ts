import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { accountsOf } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { type Asked, all, forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { totals } from '../../kit/judge/totals.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'

/** The three kinds of PartyID that the interface knows. */
const kinds = [
  ['P1', 'organisation number'],
  ['P2', 'fødselsnummer'],
  ['P3', 'D-number'],
] as const satisfies readonly (readonly [DebtorName, string])[]

/** The parties of the fixtures have accounts: an empty list says that the number led to nobody. */
const listsAccounts = (list: Answer): Judgement =>
  list.status !== 200
    ? []
    : given(list.readable, () =>
        totals(
          [list],
          { what: 'should list the accounts of the party', expected: 'at least 1', at: 'accounts' },
          (bodies) => bodies.flatMap(accountsOf).length,
          (accounts) => accounts > 0,
        ),
      )

export default defineCheck(import.meta, {
  verifies: 'KI-REQ-022',
  needs: kinds.map(([name]) => name),
  ask: async ({ ask, target }) => {
    const asked: Asked<Answer>[] = []
    for (const [name, label] of kinds) asked.push({ label, asked: await ask(caseOf(target, name).list) })
    return asked
  },
  /** Where no kind is served at all, the kind of number is not the reason. */
  judge: (asked) =>
    asked.some((one) => 'asked' in one && one.asked.status === 200)
      ? forEach(asked, (list) => all(list.answers(200), listsAccounts(list)))
      : inconclusive('need-not-met', 'no kind of PartyID is served, so none can be told from another'),
})
