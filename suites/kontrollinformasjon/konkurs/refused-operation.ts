import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
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
    ask: async (doors) => {
      const pairs: Asked<{ details: Answer; refused: Answer }>[] = []
      for (const name of debtors.filter((one) => doors.target.fixtures[one] !== undefined)) {
        const estate = caseOf(doors.target, name)
        const list = await doors.ask(estate.list)
        const references = referencesIn(list)
        for (const reference of references.length === 0 ? [undefined] : references) {
          const beside = async (refused: Request) => ({
            details: await doors.ask(estate.on('details', reference ?? '')),
            refused: await doors.ask(refused),
          })
          pairs.push(await onAccount(estate, operation, reference, list, beside))
        }
      }
      return pairs
    },
    judge: (pairs) =>
      forEach(pairs, ({ details, refused }) =>
        given(served(details), () => refused.refuses({ status: 400, code: 'ACC-001' })),
      ),
  })
}

/** An organisation and a person: one could be answered by another system than the other. */
const debtors = ['P1', 'P2'] as const satisfies readonly DebtorName[]
