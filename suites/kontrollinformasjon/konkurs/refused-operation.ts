import type { Answer } from '../../kit/ask/answer.ts'
import type { Request } from '../../kit/ask/request.ts'
import { type Asked, forEach, given } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { onAccount, referencesIn, served } from '../operations.ts'

/** An operation of the common standard that the konkurs profile leaves out, asked about every listed account. */
export function refusedOperation(meta: ImportMeta, verifies: string, operation: 'cards' | 'roles'): Check {
  return defineCheck(meta, {
    verifies,
    needs: ['P1'],
    ask: async ({ ask, target }) => {
      const estate = caseOf(target, 'P1')
      const list = await ask(estate.list)
      const [first, ...others] = referencesIn(list)
      const pairs: Asked<{ details: Answer; refused: Answer }>[] = []
      for (const reference of [first, ...others]) {
        const beside = async (refused: Request) => ({
          details: await ask(estate.on('details', reference ?? '')),
          refused: await ask(refused),
        })
        pairs.push(await onAccount(estate, operation, reference, list, beside))
      }
      return pairs
    },
    judge: (pairs) =>
      forEach(pairs, ({ details, refused }) =>
        given(served(details), () => refused.refuses({ status: 400, code: 'ACC-001' })),
      ),
  })
}
