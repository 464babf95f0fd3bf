import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { accountsOf } from '../../../contracts/kontrollinformasjon/wire.ts'
import { forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { totals } from '../../kit/judge/totals.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { digitsOf } from './listed.ts'
import { askWholeLists, isPartialWithReason, isWhole, onServedList, type WholeList } from './whole-list.ts'

/** Debtors whose opening is in force, and of whom something is to be listed: not P9, who is shielded. */
const owners = [
  ...['P1', 'P2', 'P3', 'P13'],
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A13'],
] as readonly DebtorName[]

const declaredFor = ({ debtor }: WholeList): readonly string[] => (debtor.accounts ?? []).map(digitsOf)

const missingFrom = (declared: readonly string[], bodies: readonly unknown[]): number => {
  const listed = new Set(bodies.flatMap(accountsOf).map(({ accountIdentifier }) => digitsOf(accountIdentifier)))
  return declared.filter((number) => !listed.has(number)).length
}

/** Nothing is missing, or what is missing is owned up to; only when something is does it matter whether all was seen. */
function areListed(list: WholeList): Judgement {
  const declared = declaredFor(list)
  const what = 'declared accounts that are missing, unless the answer is partial with a reason'
  const judgement = totals(
    list.pages,
    { what, expected: 0, at: 'accounts' },
    (bodies) => missingFrom(declared, bodies),
    (missing) => missing === 0 || isPartialWithReason(list),
  )
  const isComplete =
    missingFrom(
      declared,
      list.pages.map(({ body }) => body),
    ) === 0
  return isComplete ? judgement : given(isWhole(list), () => judgement)
}

export default defineCheck(import.meta, {
  verifies: 'KI-ACC-033',
  needs: ['P1'],
  ask: (doors) => askWholeLists(doors, owners),
  judge: (lists) => {
    const declared = lists.filter((one) => 'asked' in one && declaredFor(one.asked).length > 0)
    if (declared.length === 0)
      return inconclusive('fixture-missing', 'the participant has declared of nobody which accounts are owned')
    return forEach(declared, (list) => onServedList(list, () => areListed(list)))
  },
})
