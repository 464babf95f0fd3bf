import type { Answer } from '../../kit/ask/answer.ts'
import { all, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { readAt } from '../../kit/judge/read.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { onAccount, referencesIn, served } from '../operations.ts'
import { strangerAmong } from './shaped-reference.ts'

/** ACC-003 has a name only (Q3); a bank that cannot decode a reference may find it malformed. */
const accepted: Readonly<Record<number, readonly string[]>> = { 404: ['ACC-002', 'ACC-003'], 400: ['ACC-001'] }

/** An error without a code is KI-ERR-001's. */
function isUnknown(answer: Answer): Judgement {
  const codes = accepted[answer.status ?? 0]
  const what = 'an unknown accountReference should be refused with 404, or as malformed with 400'
  const refused = answer.finds(codes !== undefined, { what, expected: [404, 400], at: 'status' })
  const code = readAt(answer.exchange, '/code')
  if (codes === undefined || typeof code !== 'string') return refused
  const carried = answer.finds(codes.includes(code), {
    what: `a ${answer.status} for an unknown accountReference should carry ${codes.join(' or ')}`,
    expected: codes,
    at: '/code',
  })
  return all(refused, carried)
}

export default defineCheck(import.meta, {
  verifies: 'KI-ERR-006',
  needs: ['P1'],
  ask: async ({ ask, target }) => {
    const estate = caseOf(target, 'P1')
    const list = await ask(estate.list)
    const [known] = referencesIn(list)
    const stranger = strangerAmong(referencesIn(list))
    return onAccount(estate, 'details', known, list, async (details) => ({
      known: await ask(details),
      unknown: stranger === null ? null : await ask(estate.on('details', stranger)),
      // A bank that grows tired of the token, or of asking, says nothing of the reference.
      again: await ask(details, { repeat: 1 }),
    }))
  },
  judge: (one) => {
    if ('missing' in one) return one.missing
    const { known, unknown, again } = one.asked
    if (unknown === null) return inconclusive('need-not-met', 'no reference of the list shows what one looks like')
    return given(all(served(known), served(again)), () => isUnknown(unknown))
  },
})
