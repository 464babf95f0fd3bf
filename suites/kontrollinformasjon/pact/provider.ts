import { randomUUID } from 'node:crypto'
import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Target } from '../../kit/target.ts'
import { caseOf, type EstateCase } from '../bosiden.ts'
import { referencesIn } from '../operations.ts'
import { askAt } from './client.ts'
import { type State, type StateValues, states } from './states.ts'

/** The states of the contract, found in a bank's fixtures: what Pact's verifier calls before each question. */
export function stateHandlers(target: Target, url: string): Record<State, () => Promise<Record<string, string>>> {
  const handler = (name: DebtorName, find: (estate: EstateCase) => Promise<string | null>) => async () => {
    const estate = caseOf(target, name)
    const accountReference = await find(estate)
    const { fromDate = '', toDate = '' } = estate.list.query
    const values: StateValues = { partyId: estate.debtor.id, fromDate, toDate }
    return {
      ...values,
      ...(accountReference === null ? {} : { accountReference: encodeURIComponent(accountReference) }),
    }
  }
  return {
    [states.withAccounts]: handler('P1', async (estate) => (await references(url, estate))[0] ?? null),
    [states.withTransactions]: handler('P1', (estate) => withTransactions(url, estate)),
    [states.withoutAccounts]: handler('P5', async () => null),
  }
}

const references = async (url: string, { list }: EstateCase) => referencesIn(await askAt(url, list, randomUUID()))

/** The first account that has any. */
async function withTransactions(url: string, estate: EstateCase): Promise<string | null> {
  for (const reference of await references(url, estate)) {
    const { body } = await askAt(url, estate.on('transactions', reference), randomUUID())
    const { transactions } = (body ?? {}) as { transactions?: unknown }
    if (Array.isArray(transactions) && transactions.length > 0) return reference
  }
  return null
}
