import type { KonkursFixture, KonkursParty } from '../../contracts/konkursvarsel/debtors.ts'
import type { Answer } from '../kit/ask/answer.ts'
import type { Stage } from '../kit/ask/stage.ts'
import { inconclusive, type Judgement } from '../kit/judge/judgement.ts'
import { digitsOf, shownIn } from './accounts.ts'
import { listOf } from './as-brreg.ts'

/**
 * What was known of debtors before their opening. An account that is locked already shows nothing of whoever is told to
 * lock it, neither for the participant nor against it: a run uses its debtors up.
 */
export type Earlier = Readonly<Partial<Record<KonkursFixture, Answer>>>

/** Looks by the state probe, or as Brreg, which a bank may refuse; who can be as on the first day is, where that is needed. */
export async function lookBefore(stage: Stage, scene: string, names: readonly KonkursFixture[]): Promise<Earlier> {
  if (names.length === 0) return {}
  await stage.scene(`before-${scene}`)
  const seen = await look(stage, names)
  const isAnyUsed = names.some((name) => isUsedUp(stage.target.fixtures[name], seen[name]))
  if (!isAnyUsed || !stage.offers('install')) return seen
  await stage.hook('install', {})
  await stage.scene(`before-${scene}-as-installed`)
  return look(stage, names)
}

async function look(stage: Stage, names: readonly KonkursFixture[]): Promise<Earlier> {
  const seen: Partial<Record<KonkursFixture, Answer>> = {}
  for (const name of names) {
    const { id = '' } = stage.target.fixtures[name] ?? {}
    seen[name] = stage.offers('state')
      ? await stage.hook('state', { party: id })
      : await stage.ask(listOf(stage.target, name))
  }
  return seen
}

/** Whether an account is disabled that the fixture does not have as blocked for another reason. */
function isUsedUp(party: KonkursParty | undefined, answer: Answer | undefined): boolean {
  if (answer?.status !== 200) return false
  const blocked = new Set(
    (party?.accounts ?? []).flatMap(({ blocked, accountIdentifier }) =>
      blocked === true ? [digitsOf(accountIdentifier)] : [],
    ),
  )
  return shownIn(answer).some(({ status, number }) => status === 'disabled' && !blocked.has(number))
}

/** The ground of every lock: the accounts could be used before. Nothing, where that was not to be seen. */
export function wasFree(
  debtor: KonkursFixture,
  party: KonkursParty | undefined,
  answer: Answer | undefined,
): Judgement {
  const [first] = answer?.status === 200 ? shownIn(answer) : []
  if (answer === undefined || first === undefined) return []
  if (!isUsedUp(party, answer))
    return answer.finds(true, { what: 'could be used before', expected: null, at: `${first.at}/status` })
  return inconclusive(
    'fixture-missing',
    `accounts of ${debtor} were locked before its opening (${answer.exchange.id}): it has played already; make it usable again, or name another`,
  )
}
