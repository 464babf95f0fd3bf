import type { Debtor, DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { readAt } from '../../kit/judge/finding.ts'
import { type Asked, all, forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { served } from '../operations.ts'
import { listedIn } from './listed.ts'

const owners = ['P1', 'P2', 'P3'] as const satisfies readonly DebtorName[]

interface OwnersList {
  readonly list: Answer
  readonly debtor: Debtor
}

/** An account without the owner's identifier is KI-ACC-023's. */
function showsTheDebtor({ list, debtor }: OwnersList): Judgement {
  const places = listedIn(list).map(({ at }) => `${at}/primaryOwner/identifier/value`)
  const shown = places.filter((at) => readAt(list.exchange, at) !== null)
  if (shown.length === 0) return inconclusive('nothing-to-iterate', `no account in ${list.exchange.id} names its owner`)
  return shown.flatMap((at) => isTheDebtor(list, debtor, at))
}

/** Another number of the same owner is told, not failed: a D-number that was replaced, or the person behind an ENK. */
function isTheDebtor(list: Answer, debtor: Debtor, at: string): Judgement {
  const value = readAt(list.exchange, at)
  const weight = (debtor.alsoKnownAs ?? []).some((other) => other === value) ? 'tolerated' : 'breach'
  const what = 'the primary owner is the party that was asked about'
  return list.finds(value === debtor.id, { what, weight, expected: debtor.id, at })
}

export default defineCheck(import.meta, {
  verifies: 'KI-ACC-024',
  needs: ['P1'],
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
    return forEach(answered, (one) => given(all(served(one.list), one.list.readable), () => showsTheDebtor(one)))
  },
})
