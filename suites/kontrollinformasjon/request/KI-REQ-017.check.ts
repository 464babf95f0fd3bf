import type { DebtorName, DebtorWithClosedAccount } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { transactionsOf } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, forEach, given, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { onEachOperation, operationOf, served } from '../operations.ts'
import {
  askWithoutDates,
  bringsNothingOlder,
  listsNothingClosed,
  refusedOr,
  type WithoutDates,
} from './missing-dates.ts'

/** An organisation and a person: one could be answered by another system than the other. */
const debtors = ['P1', 'P2'] as const satisfies readonly DebtorName[]
/** Closed inside the period, and before it. */
const owners = ['A1', 'A2'] as const satisfies readonly DebtorName[]

interface Omitted {
  readonly calls: readonly Asked<WithoutDates>[]
  readonly account: DebtorWithClosedAccount | null
  /** Whether there have to be transactions that could come back. */
  readonly isAsked: boolean
}

async function ofDebtor(doors: Doors, name: DebtorName): Promise<Asked<Omitted>[]> {
  const operations = await onEachOperation(doors, name, (operation) => askWithoutDates(doors, operation))
  return operations.map((one) =>
    'missing' in one
      ? one
      : { label: `${name} ${one.label}`, asked: { calls: one.asked, account: null, isAsked: name === 'P1' } },
  )
}

const ofOwner = async (doors: Doors, name: 'A1' | 'A2'): Promise<Asked<Omitted>> => ({
  label: `${name} accounts`,
  asked: {
    calls: await askWithoutDates(doors, caseOf(doors.target, name).list),
    account: doors.target.fixtures[name] as DebtorWithClosedAccount,
    isAsked: true,
  },
})

function neverWidens(one: WithoutDates, account: DebtorWithClosedAccount | null, isAsked: boolean): Judgement {
  return given(served(one.whole), () =>
    refusedOr(one.answer, () => {
      // Only P1 is made with transactions on every account (catalogue 8.1).
      if (!isAsked && transactionsOf(one.whole.body).length === 0) return one.answer.answers(200)
      if (account !== null) return listsNothingClosed(one, account.accountIdentifier, account.closed)
      return operationOf(one.answer) === 'transactions' ? bringsNothingOlder(one) : one.answer.answers(200)
    }),
  )
}

export default defineCheck(import.meta, {
  verifies: 'KI-REQ-017',
  needs: ['P1'],
  ask: async (doors) => {
    const has = (name: DebtorName) => doors.target.fixtures[name] !== undefined
    const all: Asked<Omitted>[] = []
    for (const name of debtors.filter(has)) all.push(...(await ofDebtor(doors, name)))
    for (const name of owners.filter(has)) all.push(await ofOwner(doors, name))
    return all
  },
  judge: (operations) =>
    forEach(operations, ({ calls, account, isAsked }) => forEach(calls, (call) => neverWidens(call, account, isAsked))),
})
