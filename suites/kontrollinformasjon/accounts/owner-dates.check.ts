import { type IsoDate, parseIsoDate } from '../../../contracts/calendar.ts'
import { all, type Judgement, notApplicable } from '../../kit/judge/judgement.ts'
import { type Ever, onEveryAccount, type Place, valueAt } from './every-account.ts'
import { isOpen } from './open-accounts.ts'

/** From when until when somebody owned an account (catalogue 2.2; reading: end-of-ownership). */

const start = '/primaryOwner/startDate'
const end = '/primaryOwner/endDate'

const dated = (place: Place): readonly string[] => [start, end].filter((pointer) => valueAt(place, pointer) !== null)

/** Null where there is no date, or none that can be read: its form is KI-ACC-027's. */
function dateAt(place: Place, pointer: string): IsoDate | null {
  const date = parseIsoDate(valueAt(place, pointer))
  return date.ok ? date.value : null
}

/** Judges where dates stand; a bank may leave them out everywhere (KLB: til vurdering). */
const onDates =
  (judge: (place: Place) => Judgement) =>
  (place: Place, ever: Ever): Judgement => {
    if (dated(place).length > 0) return judge(place)
    if (ever((one) => dated(one).length > 0)) return []
    return notApplicable('did-not-occur', 'no account of any list says from when or until when it was owned')
  }

function areInOrder(place: Place): Judgement {
  const forms = dated(place).map((pointer) =>
    place.list.finds(dateAt(place, pointer) !== null, {
      what: 'a date of ownership should be a full date that exists',
      expected: 'yyyy-MM-dd',
      at: place.at + pointer,
    }),
  )
  const [from, to] = [dateAt(place, start), dateAt(place, end)]
  if (from === null || to === null) return all(...forms)
  const what = 'ownership should not end before it begins'
  return all(...forms, place.list.finds(to >= from, { what, expected: 'not before startDate', at: place.at + end }))
}

/** The period of the question, where it can be read; a page that a link names is not judged by it. */
function askedPeriod({ list }: Place): { readonly from: IsoDate; readonly to: IsoDate } | null {
  const { fromDate, toDate } = list.exchange.request.query
  const [from, to] = [parseIsoDate(fromDate), parseIsoDate(toDate)]
  return from.ok && to.ok && from.value <= to.value ? { from: from.value, to: to.value } : null
}

function overlaps(place: Place): Judgement {
  const period = askedPeriod(place)
  if (period === null) return []
  const [from, to] = [dateAt(place, start), dateAt(place, end)]
  const bounds = [
    { at: start, date: from, holds: from === null || from <= period.to, expected: 'not after toDate' },
    { at: end, date: to, holds: to === null || to >= period.from, expected: 'not before fromDate' },
  ]
  const what = 'ownership should overlap the period that was asked about'
  return bounds
    .filter(({ date }) => date !== null)
    .flatMap(({ at, holds, expected }) => place.list.finds(holds, { what, expected, at: place.at + at }))
}

/** Of an account that is open for sure nothing but null will do; of any other, a day that has not come is no end. */
function isLeftOpen(place: Place): Judgement {
  const { list, at, target } = place
  const what = 'ownership that has not ended should have no endDate'
  const value = valueAt(place, end)
  if (isOpen(place)) return list.finds(value === null, { what, expected: null, at: at + end })
  const isPlaceholder = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && value.slice(0, 10) > target.day
  return isPlaceholder ? list.finds(false, { what, expected: null, at: at + end }) : []
}

export default [
  onEveryAccount(import.meta, 'KI-ACC-027', onDates(areInOrder)),
  onEveryAccount(import.meta, 'KI-ACC-028', isLeftOpen),
  onEveryAccount(import.meta, 'KI-ACC-029', onDates(overlaps)),
]
