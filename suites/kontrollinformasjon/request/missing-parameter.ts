import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Changes, Request } from '../../kit/ask/request.ts'
import { type Asked, forEach, given } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { onEachOperation, served } from '../operations.ts'
import { besideOf } from '../served-as-it-is.ts'

/** A parameter that every call must have, or every list call. */
interface MissingParameter {
  readonly verifies: string
  readonly of: 'every call' | 'the list call'
  readonly without: Changes
}

interface Pair {
  readonly complete: Answer
  readonly without: Answer
}

/** Beside its twin: a bank that validates the list only, or refuses everything, does not pass. */
export function missingParameter(meta: ImportMeta, { verifies, of, without }: MissingParameter): Check {
  const pair = async ({ ask }: Doors, call: Request): Promise<Pair> => {
    await ask(call)
    const probe = await ask(call, without)
    return { complete: await besideOf(ask, call, probe), without: probe }
  }
  return defineCheck(meta, {
    verifies,
    needs: [debtor],
    ask: async (doors): Promise<readonly Asked<Pair>[]> =>
      of === 'every call'
        ? onEachOperation(doors, debtor, (operation) => pair(doors, operation))
        : [{ label: 'accounts', asked: await pair(doors, caseOf(doors.target, debtor).list) }],
    judge: (pairs) =>
      forEach(pairs, (one) => given(served(one.complete), () => one.without.refuses({ status: 400, code: 'ACC-001' }))),
  })
}

const debtor = 'P1' satisfies DebtorName
