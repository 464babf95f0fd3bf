import { consumerOrganisationNumber } from '../../../contracts/kontrollinformasjon/profile.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Changes, Request } from '../../kit/ask/request.ts'
import { type Asked, type Judgement, notApplicable } from '../../kit/judge/judgement.ts'
import { profileOf, versionsOf } from '../calls.ts'

/** One lawful question, and what is asked differently. */

export interface Probed {
  readonly lawful: Answer
  readonly asked: readonly Asked<Answer>[]
}

export async function probed(
  { ask }: Pick<Doors, 'ask'>,
  lawful: Request,
  table: Readonly<Record<string, Changes>>,
): Promise<Probed> {
  const asked: Asked<Answer>[] = []
  const first = await ask(lawful)
  for (const [label, changes] of Object.entries(table)) asked.push({ label, asked: await ask(lawful, changes) })
  return { lawful: first, asked }
}

export const header = (name: string, value: string | null): Changes => ({ headers: { [name]: value } })
export const query = (name: string, value: string | null): Changes => ({ query: { [name]: value } })

export const servesSecond = ({ target }: Pick<Doors, 'target'>): boolean => versionsOf(target).includes('2.0')
/** Whoever may ask for owners only (SOL) is not the one to see disponents by. */
export const onlyOwnersAllowed = ({ target }: Pick<Doors, 'target'>): boolean =>
  profileOf(target).clients.agency.organisationNumber === consumerOrganisationNumber

export const noSecond = (): Judgement => notApplicable('capability-absent', 'the participant serves no look-up in 2.0')
