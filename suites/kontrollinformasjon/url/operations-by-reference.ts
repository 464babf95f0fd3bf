import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { accountsOf } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, all, forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { referencesIn, served } from '../operations.ts'
import { isServed } from '../served-as-it-is.ts'

/** The operations that are asked with a reference from the list. */
export type ByReference = 'details' | 'transactions'

interface ReferencedAccount {
  readonly reference: string
  readonly answer: Answer
}

export interface Estate {
  readonly list: Answer
  readonly accounts: readonly ReferencedAccount[]
}

/** An organisation and a person: one could be answered by another system than the other. */
const debtors = ['P1', 'P2'] as const satisfies readonly DebtorName[]

/** The operation about every listed account of each debtor. */
export async function askByReference(doors: Doors, operation: ByReference): Promise<Asked<Estate>[]> {
  const estates: Asked<Estate>[] = []
  for (const name of debtors.filter((one) => doors.target.fixtures[one] !== undefined)) {
    const estate = caseOf(doors.target, name)
    const list = await doors.ask(estate.list)
    const accounts: ReferencedAccount[] = []
    for (const reference of referencesIn(list))
      accounts.push({ reference, answer: await doors.ask(estate.on(operation, reference)) })
    estates.push({ label: name, asked: { list, accounts } })
  }
  return estates
}

/**
 * The operation is there when it serves accounts of a debtor; that it serves every listed one is KI-ACC-008's
 * (reading: operation-or-account).
 */
function isImplemented({ list, accounts }: Estate, operation: ByReference): Judgement {
  return given(all(served(list), list.readable), () => {
    const answers = accounts.filter(({ reference }) => !isDeleted(list, reference)).map(({ answer }) => answer)
    if (answers.length === 0) return inconclusive('need-not-met', `${list.exchange.id} lists no account to ask about`)
    const what = `${operation} should answer 200 for listed accounts`
    const there = answers.filter(isServed)
    return (there.length > 0 ? there : answers).flatMap((answer) =>
      answer.finds(isServed(answer), { what, expected: 200, at: 'status' }),
    )
  })
}

/** What can be told of an account that is gone may be nothing (KI-ACC-008). */
const isDeleted = (list: Answer, reference: string) =>
  accountsOf(list.body).some((account) => account.accountReference === reference && account.status === 'deleted')

export function operationByReference(meta: ImportMeta, verifies: string, operation: ByReference): Check {
  return defineCheck(meta, {
    verifies,
    needs: ['P1'],
    ask: (doors) => askByReference(doors, operation),
    judge: (estates) => forEach(estates, (estate) => isImplemented(estate, operation)),
  })
}
