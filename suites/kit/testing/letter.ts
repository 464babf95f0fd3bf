import type { Injury } from '../../../contracts/dsve/damages/damage.ts'
import type { CaseId } from '../../../contracts/dsve/fixtures/cases.ts'
import type { ReplyRoot } from '../../../contracts/dsve/messages.ts'
import type { SchemaVersion } from '../../../contracts/dsve/profile.ts'
import type { LetterSighting } from '../../../contracts/dsve/sighting.ts'
import { askedOf, replyTo } from '../../../contracts/dsve/testing/damaged.ts'
import type { Observation } from '../../../contracts/report/evidence.ts'
import { replySighting } from '../ask/letters.ts'

/** An answer as a run records it, from a bank without fault, with that done to it. */
export function letterOf(
  fixture: CaseId,
  reply: ReplyRoot,
  injury: Injury = {},
  version?: SchemaVersion,
): LetterSighting & Required<Pick<LetterSighting, 'reply'>> {
  const asked = askedOf(fixture, reply, version)
  const { transfer } = replyTo(fixture, reply, asked, injury)
  const payload = Buffer.from(transfer.payload).toString('base64')
  const received = { ...transfer, matchedBy: 'mottaker.referanse' as const, payload }
  const fileTransferId = '5f0c2a11-0000-4000-8000-000000000001'
  return { what: 'answered', number: 1, fixture, fileTransferId, reply: replySighting(received, asked) }
}

export const answeredIn = (letter: LetterSighting, id = 'o1'): Observation => ({
  id,
  epoch: 'answers',
  party: 'megler',
  at: '2026-11-27T12:00:00.000Z',
  method: letter.what,
  path: letter.fixture ?? '',
  status: 200,
  letter,
})
