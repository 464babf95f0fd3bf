import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { type Asked, forEach, inconclusive } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'

/** The three kinds of PartyID that the interface knows. */
const kinds = [
  ['P1', 'organisation number'],
  ['P2', 'fødselsnummer'],
  ['P3', 'D-number'],
] as const satisfies readonly (readonly [DebtorName, string])[]

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
      ? forEach(asked, (list) => list.answers(200))
      : inconclusive('need-not-met', 'no kind of PartyID is served, so none can be told from another'),
})
