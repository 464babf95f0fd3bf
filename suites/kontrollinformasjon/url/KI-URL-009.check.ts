import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Request } from '../../kit/ask/request.ts'
import { forEach } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { onEachOperation } from '../operations.ts'
import { type AsItIs, isServed, servedAsItIs } from '../served-as-it-is.ts'

/** Asked here and now, whatever was asked before: an equal question is otherwise asked once. */
const hereAndNow = { repeat: 90 } as const

/**
 * On a connection of its own, without cookies. Where that is not served, the two things that could have made a session
 * are given back one by one: the connection on which the list was just served, and the cookies that came with it.
 */
async function askAlone({ ask, target }: Doors, operation: Request): Promise<AsItIs> {
  const alone = await ask(operation, { via: 'fresh-connection' })
  if (isServed(alone)) return { usual: alone, otherwise: [] }
  const list = await ask(caseOf(target, 'P1').list, hereAndNow)
  const behind = await ask(operation, hereAndNow)
  const cookies = cookiesOf(list)
  if (cookies === null) return { usual: alone, otherwise: [behind] }
  const recognised = await ask(operation, { via: 'fresh-connection', headers: { Cookie: cookies } })
  return { usual: alone, otherwise: [behind, recognised] }
}

/** Names and values alone (RFC 6265 §5.4). Several headers were joined with commas, which also stand in dates. */
function cookiesOf({ answered }: Answer): string | null {
  const set = answered?.headers['set-cookie']?.split(/,(?=\s*[^\s;,=]+=)/) ?? []
  const pairs = set.flatMap((cookie) => cookie.split(';')[0]?.trim() ?? [])
  return pairs.length === 0 ? null : pairs.join('; ')
}

export default defineCheck(import.meta, {
  verifies: 'KI-URL-009',
  needs: ['P1'],
  ask: (doors) => onEachOperation(doors, 'P1', (operation) => askAlone(doors, operation)),
  judge: (operations) =>
    forEach(operations, (one) => servedAsItIs(one, 'should be served alone, on a new connection and without cookies')),
})
