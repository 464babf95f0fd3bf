import { addDays, type IsoDate, minusMonths } from '../../calendar.ts'

/** A day of a recipe: so long before the day of the run, or before the ruling on the debtor. */
export type Moment =
  | { readonly before: 'day'; readonly days: number; readonly key?: MomentKey }
  | { readonly before: 'ruling'; readonly months: number; readonly key?: MomentKey }

/** Members of a fixture in the configuration which say the day as it is; that day is then used. */
export type MomentKey = 'closed' | 'transferred' | 'reopened' | 'manualBefore' | 'firstBooked' | 'lastBooked'

export interface Anchors {
  readonly day: IsoDate
  readonly ruling: IsoDate
}

export const daysBefore = (days: number, key?: MomentKey): Moment => ({
  before: 'day',
  days,
  ...(key === undefined ? {} : { key }),
})

export const monthsBeforeTheRuling = (months: number, key?: MomentKey): Moment => ({
  before: 'ruling',
  months,
  ...(key === undefined ? {} : { key }),
})

export const dayOf = (moment: Moment, { day, ruling }: Anchors): IsoDate =>
  moment.before === 'day' ? addDays(day, -moment.days) : minusMonths(ruling, moment.months)
