import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { along, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { digitsOf, haveStatus } from '../accounts.ts'
import type { openings } from '../acts/openings.ts'
import { delivered } from '../delivered.ts'
import { isLocked } from '../locked.ts'

export type Evidence = Awaited<ReturnType<typeof openings.play>>

/** The accounts that somebody could use before the bankruptcy, and that were not closed during it, can be used again. */
export function areOpen(
  { target, meanwhile }: Evidence,
  debtor: KonkursFixture,
  state: Answer | undefined,
  what: string,
): Judgement {
  const party = target.fixtures[debtor]
  const blocked = new Set(
    (party?.accounts ?? [])
      .filter((one) => one.blocked === true)
      .map(({ accountIdentifier }) => digitsOf(accountIdentifier)),
  )
  const closed = meanwhile.closed === null || debtor !== 'K16' ? '' : digitsOf(meanwhile.closing)
  const only = (number: string) => !blocked.has(number) && number !== closed
  return labelled(debtor, haveStatus(state, { party, status: ['enabled'], what, only }))
}

/** An opening that was acted on was followed by a sletting that was delivered. */
export const wasTakenBack = (evidence: Evidence, debtor: KonkursFixture, judge: () => Judgement): Judgement => {
  const { target, opened, later } = evidence
  return along(isLocked({ target, scenes: [opened], debtor }), () =>
    along(delivered([later], later.notices[`${debtor} sletting`]), judge),
  )
}

/** The ground of whatever is special about a sletting: an ordinary one opens the accounts. */
export const slettingWorks = (evidence: Evidence): Judgement =>
  wasTakenBack(evidence, 'K55', () =>
    areOpen(evidence, 'K55', evidence.later.states.K55, 'an ordinary sletting opens the accounts'),
  )
