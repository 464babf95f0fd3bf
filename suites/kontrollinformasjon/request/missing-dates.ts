import { addDays, type IsoDate } from '../../../contracts/calendar.ts'
import { transactionsOf } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Changes, Request } from '../../kit/ask/request.ts'
import { type Asked, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { totals } from '../../kit/judge/totals.ts'
import { digitsOf, listedIn } from '../accounts/listed.ts'
import { dayOf } from '../answers/transaction-day.ts'
import { besideOf } from '../served-as-it-is.ts'

/** A call without one of its dates or both, beside the whole one, and the period that it may be about at most. */
export interface WithoutDates {
  readonly whole: Answer
  readonly answer: Answer
  readonly from: IsoDate
  readonly to: IsoDate
}

/** What is missing is the current date, if anything (F7, Q27). */
const omissions = {
  'without fromDate': { query: { fromDate: null } },
  'without toDate': { query: { toDate: null } },
  'without both dates': { query: { fromDate: null, toDate: null } },
} as const satisfies Record<string, Changes>

export async function askWithoutDates({ ask, target }: Doors, call: Request): Promise<Asked<WithoutDates>[]> {
  await ask(call)
  const asked: Asked<WithoutDates>[] = []
  for (const [label, changes] of Object.entries(omissions)) {
    const from = 'fromDate' in changes.query ? target.day : (call.query.fromDate as IsoDate)
    const answer = await ask(call, changes)
    asked.push({ label, asked: { whole: await besideOf(ask, call, answer), answer, from, to: target.day } })
  }
  return asked
}

/** Refused as a bad request, or served and then to be looked at. Which status a success has is KI-URL-008's. */
export function refusedOr(answer: Answer, judge: () => Judgement): Judgement {
  const { status } = answer
  if (status === 200) return given(answer.readable, judge)
  const isSuccess = status !== null && status > 200 && status < 300
  return isSuccess ? given(answer.answers(200), judge) : answer.refuses({ status: 400 })
}

/** A day more or less is a matter of zones, and not of the period (Q22). */
const isOutside = (day: IsoDate, { from, to }: WithoutDates) => day < addDays(from, -1) || day > addDays(to, 1)

const daysIn = (body: unknown): readonly IsoDate[] =>
  transactionsOf(body)
    .map(dayOf)
    .filter((day) => day !== null)

/** Beside the whole call, which has to show some transaction that a wider period would bring back. */
export function bringsNothingOlder(one: WithoutDates): Judgement {
  const { whole, answer, from } = one
  if (!daysIn(whole.body).some((day) => day < addDays(from, -1)) && from === one.to)
    return inconclusive('need-not-met', `${whole.exchange.id} has no older transaction that could come back`)
  return totals(
    [answer],
    { what: 'transactions outside the period should not be delivered', expected: 0, at: 'transactions' },
    (bodies) => bodies.flatMap(daysIn).filter((day) => isOutside(day, one)).length,
    (outside) => outside === 0,
  )
}

/** An account that was closed before the period began is not the debtor's in it. */
export function listsNothingClosed({ answer, from }: WithoutDates, number: string, closed: IsoDate): Judgement {
  if (closed >= addDays(from, -1)) return answer.answers(200)
  const isIt = (account: Readonly<Record<string, unknown>>) => digitsOf(account.accountIdentifier) === digitsOf(number)
  const places = listedIn(answer).filter(({ account }) => isIt(account))
  const what = `an account that was closed before ${from} should not be listed`
  if (places.length === 0) return answer.finds(true, { what, expected: 'not there', at: 'status' })
  return places.flatMap(({ at }) => answer.finds(false, { what, expected: 'not there', at: `${at}/accountIdentifier` }))
}
