import type { Answer } from '../../kit/ask/answer.ts'
import { forEach, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation } from '../operations.ts'

/** Other spellings of the base URL that somebody may have written into the bank's settings. */
const spellings = (registered: string): readonly string[] => {
  const { origin, pathname, host } = new URL(registered)
  const bare = registered.replace(/\/+$/, '')
  return [`${bare}/`, bare, origin, `${origin}/`, host, pathname].filter((spelling) => spelling !== registered)
}

interface Refused {
  readonly registered: Answer
  /** Of the other spellings, the first that is served instead; null when none is. */
  readonly instead: Answer | null
}

/** A bank that refuses for another reason refuses every spelling, and this row says nothing of it. */
function isAccepted({ registered, instead }: Refused): Judgement {
  if (registered.status !== 200 && instead === null)
    return inconclusive('need-not-met', `${registered.exchange.id} is refused, whatever the audience of the token`)
  const what = 'a token for the base URL exactly as registered should be accepted'
  return registered.finds(registered.status === 200, {
    what: instead === null ? what : `${what}; one for another spelling is (${instead.exchange.id})`,
    expected: 200,
    at: 'status',
  })
}

export default defineCheck(import.meta, {
  verifies: 'KI-AUT-012',
  needs: ['P1'],
  ask: (doors) =>
    onEachOperation(doors, 'P1', async (operation): Promise<Refused> => {
      const registered = await doors.ask(operation)
      if (registered.status !== 401 && registered.status !== 403) return { registered, instead: null }
      for (const aud of spellings(doors.target.baseUrl)) {
        const instead = await doors.ask(operation, { token: { claims: { aud } } })
        if (instead.status === 200) return { registered, instead }
      }
      return { registered, instead: null }
    }),
  judge: (operations) => forEach(operations, isAccepted),
})
