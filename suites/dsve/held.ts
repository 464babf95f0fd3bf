import { alwaysThere } from '../../contracts/dsve/declared.ts'
import type { CaseId } from '../../contracts/dsve/fixtures/cases.ts'
import { inconclusive, type Judgement } from '../kit/judge/judgement.ts'
import type { Target } from '../kit/target.ts'

/** Which cases stand in the books of the participant. */

type Declared = Pick<Target, 'dsve'>

export const holds = ({ dsve }: Declared, fixture: string): boolean =>
  !(dsve?.without ?? []).some((name) => name === fixture)

/** Where another case does as well: that one, or the one that is always there. */
export const held = (target: Declared, fixture: CaseId): CaseId => (holds(target, fixture) ? fixture : alwaysThere)

/** Those of which a row needs one; null where one of them is there. */
export function lacking(target: Declared, fixtures: readonly CaseId[]): Judgement | null {
  if (fixtures.length === 0 || fixtures.some((fixture) => holds(target, fixture))) return null
  return inconclusive('fixture-missing', `the participant has no ${fixtures.join(', ')} ("dsve.without")`)
}
