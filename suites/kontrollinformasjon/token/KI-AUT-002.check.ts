import type { Answer, Refusal } from '../../kit/ask/answer.ts'
import { type Asked, forEach, given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, served } from '../operations.ts'
import { untrustedOrMalformed } from './defective-token.ts'

/** No token at all: nothing is there that a gateway could think untrusted, so 403 is not tolerated. */
const withoutToken: Refusal = { status: 401, code: 'ACC-010', tolerated: [{ status: 400, code: 'ACC-001' }] }

/** What stands in Authorization. None of them ever was a token. */
const values: readonly (readonly [string, Refusal])[] = [
  ['Basic c2Ftc3ZhcjpzYW1zdmFy', withoutToken],
  ['Bearer', withoutToken],
  ['Bearer x.y', untrustedOrMalformed],
  ['Bearer x.y.z', untrustedOrMalformed],
  ['Bearer samsvar', untrustedOrMalformed],
  ['{token}', withoutToken],
  ['Basic {token}', withoutToken],
  ['Token {token}', withoutToken],
]

interface Malformed {
  readonly answer: Answer
  readonly refusal: Refusal
}

export default defineCheck(import.meta, {
  verifies: 'KI-AUT-002',
  needs: ['P1'],
  ask: (doors) =>
    onEachOperation(doors, 'P1', async (operation) => {
      const lawful = await doors.ask(operation)
      const malformed: Asked<Malformed>[] = []
      for (const [authorization, refusal] of values)
        malformed.push({
          label: authorization,
          asked: { answer: await doors.ask(operation, { authorization }), refusal },
        })
      return { lawful, malformed }
    }),
  judge: (operations) =>
    forEach(operations, ({ lawful, malformed }) =>
      given(served(lawful), () => forEach(malformed, ({ answer, refusal }) => answer.refuses(refusal))),
    ),
})
