import type { DebtorWithLargeAccount } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { all, given, type Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { served } from '../operations.ts'
import { countBooked } from './delivered.ts'
import { type Walk, walkLargeAccount } from './walk.ts'

/** A requirement on the whole way through the pages of A4, judged once its first page is there. */
export function onLargeAccount(
  meta: ImportMeta,
  verifies: string,
  judge: (walk: Walk, fixture: DebtorWithLargeAccount) => Judgement,
): Check {
  return defineCheck(meta, {
    verifies,
    needs: ['A4'],
    ask: async (doors: Doors) => ({
      walk: await walkLargeAccount(doors),
      fixture: doors.target.fixtures.A4 as DebtorWithLargeAccount,
    }),
    judge: ({ walk, fixture }) => {
      if ('missing' in walk) return walk.missing
      const [first] = walk.pages
      if (first === undefined) return []
      return given(all(served(first), first.readable), () => judge(walk, fixture))
    },
  })
}

/** Whether everything arrived, wherever the way through the pages ended. */
export const isComplete = ({ pages }: Walk, fixture: DebtorWithLargeAccount): boolean =>
  countBooked(
    pages.map(({ body }) => body),
    fixture,
  ) >= fixture.booked
