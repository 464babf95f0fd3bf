import { addDays, type IsoDate, minusMonths, today } from '../../contracts/calendar.ts'
import type { FixtureName } from '../../contracts/fixtures.ts'
import type { KonkursFixture } from '../../contracts/konkursvarsel/debtors.ts'
import { change, type Request } from '../kit/ask/request.ts'
import type { Target } from '../kit/target.ts'
import { type EstateCase, estateOf } from '../kontrollinformasjon/bosiden.ts'

/** The account interface asked as Brreg, about a debtor of a notice of ours. */

/** Throws when the fixture is missing: a check names the fixtures that it needs. */
export function noticeCase(target: Target, name: KonkursFixture): EstateCase {
  const party = target.fixtures[name]
  if (party === undefined) throw new Error(`fixture ${name} is used without being named in "needs"`)
  return estateOf(target, name, { id: party.id, kjennelsesdato: rulingOf(target, name) })
}

/** Of the last month, which no limit that anybody thought of takes away: how far back may be asked is KV-069's alone. */

export const listOf = (target: Target, name: KonkursFixture): Request =>
  change(noticeCase(target, name).list, { query: { fromDate: minusMonths(target.day, 1) } })

/** The ruling that all notices about somebody bear. K26's is given on the day on which it is registered. */
export const rulingOf = ({ day }: Pick<Target, 'day'>, name: FixtureName | 'nobody'): IsoDate =>
  name === 'K26' ? today(new Date()) : addDays(day, -(daysAgo[name] ?? 3))

/** Days before the day of the run; three for all others. */
const daysAgo: Readonly<Partial<Record<FixtureName | 'nobody', number>>> = { K1: 20, K48: 365, K49: 10 }
