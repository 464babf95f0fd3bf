import type { DebtorName } from '../../contracts/kontrollinformasjon/fixtures.ts'
import { operations } from '../../contracts/kontrollinformasjon/operations.ts'
import { accountsOf } from '../../contracts/kontrollinformasjon/wire.ts'
import type { Answer } from '../kit/ask/answer.ts'
import type { Doors } from '../kit/ask/doors.ts'
import { type Changes, change, type Request } from '../kit/ask/request.ts'
import { type Asked, all, given, inconclusive, type Judgement } from '../kit/judge/judgement.ts'
import { caseOf, type EstateCase } from './bosiden.ts'

/**
 * References in the list that lead to an account (`dataNotDelivered` is a word of its own, catalogue 3). Accounts that
 * are `deleted` come last: their details may lawfully be gone (KI-ACC-008).
 */
export function referencesIn(list: Answer): readonly string[] {
  const isDeleted = ({ status }: Readonly<Record<string, unknown>>) => status === 'deleted'
  return accountsOf(list.body)
    .toSorted((a, b) => Number(isDeleted(a)) - Number(isDeleted(b)))
    .map(({ accountReference }) => accountReference)
    .filter((reference): reference is string => typeof reference === 'string' && reference !== '')
    .filter((reference) => reference.isWellFormed() && !isPredefined(reference))
}

/** A word that says what is delivered, in the place of a reference (catalogue section 3). */
export const isPredefined = (reference: string): boolean => /\bdataNotDelivered\b/i.test(reference)

/**
 * Asks the same of the list, of details and of transactions: a bank may guard one door and forget the others. `by` is
 * what all lawful calls of the row have in common, such as the instance that they go to.
 */
export async function onEachOperation<T>(
  doors: Doors,
  name: DebtorName,
  probe: (operation: Request) => Promise<T>,
  by: Changes = {},
): Promise<readonly Asked<T>[]> {
  const estate = changedCase(caseOf(doors.target, name), by)
  const list = await doors.ask(estate.list)
  const [reference] = referencesIn(list)
  return [
    { label: 'accounts', asked: await probe(estate.list) },
    await onAccount(estate, 'details', reference, list, probe),
    await onAccount(estate, 'transactions', reference, list, probe),
  ]
}

const changedCase = ({ debtor, list, on }: EstateCase, by: Changes): EstateCase => ({
  debtor,
  list: change(list, by),
  on: (operation, reference) => change(on(operation, reference), by),
})

/** Asks about one account of the list, or says why there was none to ask about. */
export async function onAccount<T>(
  estate: EstateCase,
  label: 'details' | 'transactions' | 'cards' | 'roles',
  reference: string | undefined,
  list: Answer,
  probe: (operation: Request) => Promise<T>,
): Promise<Asked<T>> {
  if (reference === undefined) return { label, missing: noReference(list) }
  return { label, asked: await probe(estate.on(label, reference)) }
}

const noReference = (list: Answer): Judgement =>
  given(all(list.answers(200), list.readable), () =>
    inconclusive('need-not-met', `the list in ${list.exchange.id} names no account to ask about`),
  )

/** The ground on which most checks stand: this lawful call is served. */
export const served = (answer: Answer): Judgement => answer.answers(200)

const shapes = Object.values(operations).map(
  ({ path }) => new RegExp(`^${path.replace('{accountReference}', '[^/]+')}$`),
)

/** Whether the interface itself was asked: who answers at its port without TLS is another one, and KI-URL-001's. */
export const isOfInterface = ({ exchange }: Answer): boolean => exchange.request.via !== 'plain-http'

/** Whether the question went to a declared path (catalogue 1.1); the pages of a list keep the path of their operation. */
export const isDeclared = (answer: Answer): boolean =>
  isOfInterface(answer) && shapes.some((shape) => shape.test(pathOf(answer.exchange.request.path)))

const pathOf = (path: string) => path.split('?')[0] ?? ''

/** Which of the three served operations the question went to; null for every other path. */
export function operationOf({ exchange }: Answer): 'accounts' | 'details' | 'transactions' | null {
  const path = pathOf(exchange.request.path)
  if (exchange.request.method !== 'GET') return null
  if (path === '/accounts') return 'accounts'
  if (/^\/accounts\/[^/]+$/.test(path)) return 'details'
  return /^\/accounts\/[^/]+\/transactions$/.test(path) ? 'transactions' : null
}
