import { debtorNames } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { servedKindOf } from '../answers/served-answers.ts'
import { caseOf } from '../bosiden.ts'
import { operationOf } from '../operations.ts'
import { followNext } from '../paging/walk.ts'
import { listedIn } from './listed.ts'

/** Asks for everybody's list with all its pages; one that is refused is no list (KI-KON-023 and its neighbours). */
export async function provokeLists(doors: Doors): Promise<void> {
  const names = debtorNames.filter((name) => doors.target.fixtures[name] !== undefined)
  for (const name of names) await followNext(doors, caseOf(doors.target, name).list)
}

/** A page of a list may lie at any path that its link names; then what it holds tells what it is. */
const isServedList = (answer: Answer): boolean => {
  const kind = servedKindOf(answer)
  if (kind === null || operationOf(answer) !== null) return kind === 'accounts'
  return Array.isArray((answer.body as { accounts?: unknown } | undefined)?.accounts)
}

/** Lists that say something of an account, or that nobody can read; those without any say nothing. */
export const listKindOf = (answer: Answer): 'lists' | 'empty lists' | null => {
  if (!isServedList(answer)) return null
  return answer.body !== undefined && listedIn(answer).length === 0 ? 'empty lists' : 'lists'
}

/** As it stands in the question; undefined on a page whose link was followed without it. */
const partyOf = ({ exchange }: Answer): string | undefined => exchange.request.headers.PartyID

/** Whether somebody of these fixtures was asked about. */
export const isListOf = (answer: Answer, ids: readonly (string | undefined)[]): boolean => {
  const party = partyOf(answer)
  return party !== undefined && ids.includes(party)
}
