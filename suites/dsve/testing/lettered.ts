import type { DsveProfile } from '../../../contracts/dsve/declared.ts'
import type { CaseId } from '../../../contracts/dsve/fixtures/cases.ts'
import type { ReplyRoot } from '../../../contracts/dsve/messages.ts'
import { messages } from '../../../contracts/dsve/messages.ts'
import type { LetterSighting } from '../../../contracts/dsve/sighting.ts'
import type { Deed } from '../../../contracts/report/evidence.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { Witness } from '../../kit/ask/witness.ts'
import { isFinding, type Judgement } from '../../kit/judge/judgement.ts'
import type { Check } from '../../kit/run/check.ts'
import type { Target } from '../../kit/target.ts'
import { answeredIn } from '../../kit/testing/letter.ts'
import { answers } from '../acts/answers.ts'
import type { Answers } from '../judged.ts'
import { plain } from '../questions.ts'

/** Answers made by hand, as the act of the same name leaves them. */

export interface Made {
  readonly fixture: CaseId
  readonly reply: ReplyRoot
  readonly letter: LetterSighting
}

const participant = { participant: { name: 'Referansebanken ASA', organisationNumber: '312345676' } }
const declared: DsveProfile = { answerSeconds: 30, farFuture: 'answers' }

const deed = (id: string, does: Deed['does'], outcome: unknown) =>
  new Witness({ id, epoch: 'answers/asked', at: '2026-11-27T12:00:00.000Z', does, told: null, outcome })

export function answersMade(made: readonly Made[], dsve: DsveProfile = {}): Answers {
  const target = { ...participant, dsve: { ...declared, ...dsve } } as unknown as Target

  const put = made.map(({ fixture, reply }, index) => {
    const number = index + 1
    const sent = { number, referanse: '12-26/0042 A', fileTransferId: `request-${number}` }
    return { ...plain(fixture, messages[reply].flow, target), sent, done: deed(`d${number}`, 'inquire', sent) }
  })
  const seen = made.map(
    ({ letter }, index) => new Witness(answeredIn({ ...letter, number: index + 1 }, `o${index + 1}`)),
  )
  const waited = deed('d0', 'wait', { met: true, until: '2026-11-27T12:00:30.000Z', seconds: 1 })
  const waitedFor = { waited, asked: 0, polls: 0 }
  const rounds = { first: { put, ...waitedFor }, again: { put: [], ...waitedFor } }
  return { target, ...rounds, seen }
}

const doorsTo = (seen: Answers): Doors =>
  ({
    target: seen.target,
    play: async (act: unknown) => {
      if (act !== answers) throw new Error('only answers are made by hand')
      return seen
    },
  }) as unknown as Doors

/** What a check says of them; null where it needs more than answers. */
export async function judgedBy(check: Check, seen: Answers): Promise<Judgement | null> {
  const judge = await check.begin(doorsTo(seen)).catch(() => null)
  const judgement = judge?.([]) ?? null
  return judgement === null || 'omitted' in judgement ? null : judgement
}

/** Rows that are not as required, with the worst that is said of each. */
export async function wrongIn(checks: readonly Check[], seen: Answers) {
  const wrong: Record<string, { weight: 'breach' | 'tolerated'; places: readonly string[] }> = {}
  for (const check of checks) {
    const found = ((await judgedBy(check, seen)) ?? []).filter(isFinding).filter(({ weight }) => weight !== 'note')
    if (found.length === 0) continue
    const weight = found.some((one) => one.weight === 'breach') ? 'breach' : 'tolerated'
    wrong[check.verifies] = { weight, places: found.map(({ at }) => at) }
  }
  return wrong
}
