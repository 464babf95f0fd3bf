import { addDays, type IsoDate, today } from '../../contracts/calendar.ts'
import type { FixtureName } from '../../contracts/fixtures.ts'
import type { KonkursFixture } from '../../contracts/konkursvarsel/debtors.ts'
import type { Request } from '../kit/ask/request.ts'
import type { Target } from '../kit/target.ts'
import { type EstateCase, estateOf } from '../kontrollinformasjon/bosiden.ts'

/** The account interface asked as Brreg, about a debtor of a notice of ours. */

/** Throws when the fixture is missing: a check names the fixtures that it needs. */
export function noticeCase(target: Target, name: KonkursFixture): EstateCase {
  const party = target.fixtures[name]
  if (party === undefined) throw new Error(`fixture ${name} is used without being named in "needs"`)
  return estateOf(target, name, { id: party.id, kjennelsesdato: rulingOf(target, name) })
}

export const listOf = (target: Target, name: KonkursFixture): Request => noticeCase(target, name).list

/** The ruling that all notices about somebody bear. K26's is given on the day on which it is registered. */
export const rulingOf = ({ day }: Pick<Target, 'day'>, name: FixtureName | 'nobody'): IsoDate =>
  name === 'K26' ? today(new Date()) : addDays(day, -(daysAgo[name] ?? 3))

/** Days before the day of the run; three for all others. */
const daysAgo: Readonly<Partial<Record<FixtureName | 'nobody', number>>> = { K1: 20, K48: 365, K49: 10 }
