import type { Debtor, DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { readAt } from '../../kit/judge/finding.ts'
import { type Asked, all, forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { served } from '../operations.ts'
import { listedIn } from './listed.ts'

const owners = ['P1', 'P2', 'P3', 'P5', 'A4'] as const satisfies readonly DebtorName[]

interface OwnersList {
  readonly list: Answer
  readonly debtor: Debtor
}

function showsTheDebtor({ list, debtor }: OwnersList): Judgement {
  return listedIn(list).flatMap(({ at }) => isTheDebtor(list, debtor, `${at}/primaryOwner/identifier/value`))
}

/** Another number of the same owner is told, not failed: a D-number that was replaced, or the person behind an ENK. */
function isTheDebtor(list: Answer, debtor: Debtor, at: string): Judgement {
  const value = readAt(list.exchange, at)
  // An account without the owner's identifier is KI-ACC-023's.
  if (value === null) return inconclusive('need-not-met', `an account in ${list.exchange.id} does not name its owner`)
  const weight = (debtor.alsoKnownAs ?? []).some((other) => other === value) ? 'tolerated' : 'breach'
  const what = 'the primary owner should be the party that was asked about'
  return list.finds(value === debtor.id, { what, weight, expected: debtor.id, at })
}

export default defineCheck(import.meta, {
  verifies: 'KI-ACC-024',
  needs: ['P1'],
  uses: owners,
  ask: async ({ ask, target }) => {
    const lists: Asked<OwnersList>[] = []
    for (const name of owners.filter((one) => target.fixtures[one] !== undefined)) {
      const { list, debtor } = caseOf(target, name)
      lists.push({ label: name, asked: { list: await ask(list), debtor } })
    }
    return lists
  },
  judge: (lists) => {
    const answered = lists.filter((one) => 'asked' in one && one.asked.list.status === 200)
    if (answered.length === 0) return inconclusive('need-not-met', 'no list of accounts was served')
    const judged = forEach(answered, (one) =>
      given(all(served(one.list), one.list.readable), () => showsTheDebtor(one)),
    )
    return judged.length > 0 ? judged : inconclusive('nothing-to-iterate', 'no list has an account in it')
  },
})
