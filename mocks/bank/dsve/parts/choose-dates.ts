import type { IsoDate } from '../../../../contracts/calendar.ts'
import { daysFrom } from '../../../../contracts/dsve/rules/case.ts'
import type { Innfrielsessaldoforespoersel } from '../../../../contracts/dsve/wire/messages.ts'
import { type Found, type No, no, type Settings } from '../model.ts'

/**
 * The days that are asked for, each once and none that has passed; of a fastrente loan none too far ahead (DSVE-048,
 * -171, -178). All loans of a reply have the same (DSVE-175).
 */
export function chooseDates(
  { fastrenteDays }: Settings,
  { innfrielsesdatoer }: Pick<Innfrielsessaldoforespoersel, 'innfrielsesdatoer'>,
  { laan }: Pick<Found, 'laan'>,
  day: IsoDate,
): readonly IsoDate[] | No {
  const limit = laan.some(({ fastrente }) => fastrente) ? fastrenteDays : Number.POSITIVE_INFINITY
  const coming = [...new Set(innfrielsesdatoer.map((date) => date.slice(0, 10) as IsoDate))]
    .filter((date) => date >= day)
    .toSorted()
  if (coming.length === 0) return [day]
  const near = coming.filter((date) => daysFrom(day, date) <= limit)
  return near.length > 0
    ? near
    : no('Lånet har fastrente, og beløpet kan ikke beregnes så langt fram. Banken svarer på e-post.', 'SvarerMedEpost')
}
