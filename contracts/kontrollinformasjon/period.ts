import { type IsoDate, minusMonths } from '../calendar.ts'
import type { Debtor } from './fixtures.ts'

/** How many months before the ruling bosiden's questions begin, and before today for somebody who is not bankrupt. */
export const monthsAsked = { beforeRuling: 11, withoutRuling: 6 } as const

/**
 * The first day that bosiden asks for: eleven months before the ruling, well inside the twelve that are allowed
 * (catalogue 6.2), so that a dispute about the boundary does not touch every question.
 */
export function firstDayAsked(
  debtor: Pick<Debtor, 'kjennelsesdato'> & { readonly firstBooked?: IsoDate },
  day: IsoDate,
) {
  const { kjennelsesdato, firstBooked } = debtor
  const usual =
    kjennelsesdato === null
      ? minusMonths(day, monthsAsked.withoutRuling)
      : minusMonths(kjennelsesdato, monthsAsked.beforeRuling)
  return firstBooked !== undefined && firstBooked < usual ? firstBooked : usual
}
