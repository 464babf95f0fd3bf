import type { IsoDate } from '../../../contracts/calendar.ts'
import type { DebtorWithManualData } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { firstDayAsked } from '../../../contracts/kontrollinformasjon/period.ts'
import { transactionsOf } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { all, forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { served } from '../operations.ts'
import { places, statusOf } from './detailed-answers.ts'
import { onListedAccount } from './listed-account.ts'
import { dayOf } from './transaction-day.ts'

interface Withheld {
  readonly manualBefore: IsoDate
  readonly from: IsoDate
}

/** The first page speaks for all of them: consumers keep its responseDetails (catalogue section 3). */
function saysPartial(answer: Answer, { manualBefore, from }: Withheld): Judgement {
  if (manualBefore <= from)
    return inconclusive('fixture-missing', `all of A13 since ${from} can be had, so nothing is withheld`)
  const days = transactionsOf(answer.body).map(dayOf)
  if (days.some((day) => day !== null && day < manualBefore))
    return inconclusive(
      'fixture-missing',
      `A13 has data before ${manualBefore}, so they are not to be had by hand only`,
    )
  const status = statusOf(answer)
  if (status !== 'complete' && status !== 'partial')
    return inconclusive('need-not-met', `${answer.exchange.id} does not say whether it is complete`)
  const what = 'an answer without what can be had by hand only should be partial'
  return answer.finds(status === 'partial', { what, expected: 'partial', at: places.status })
}

export default defineCheck(import.meta, {
  verifies: 'KI-RSP-007',
  needs: ['A13'],
  ask: async (doors) => {
    const fixture = doors.target.fixtures.A13 as DebtorWithManualData
    return {
      transactions: await onListedAccount(doors, 'A13', 'transactions'),
      withheld: { manualBefore: fixture.manualBefore, from: firstDayAsked(fixture, doors.target.day) },
    }
  },
  judge: ({ transactions, withheld }) =>
    forEach([transactions], (answer) =>
      given(all(served(answer), answer.readable), () => saysPartial(answer, withheld)),
    ),
})
