import { monthsAsked } from '../period.ts'
import { daysBefore, monthsBeforeTheRuling } from './moment.ts'
import type { AccountRecipe, Role, Said } from './recipe.ts'

/** What recipes have in common. */

export const theDay = daysBefore(0)
export const yesterday = daysBefore(1)
/** The first day that is asked for. */
export const firstDay = monthsBeforeTheRuling(monthsAsked.beforeRuling)

/** An account through the whole period, with a handful of transactions. */
export const plainAccount = (
  product: AccountRecipe['product'],
  changes: Partial<AccountRecipe> = {},
): AccountRecipe => ({ product, role: 'owner', balance: 'any', transactions: { booked: 5 }, ...changes })

/** On the account of another customer. */
export const onAnothers = (product: AccountRecipe['product'], role: Exclude<Role, 'owner'>): AccountRecipe =>
  plainAccount(product, { role })

/** Of nearly everybody. */
export const opening = { type: 'aapning', on: daysBefore(30) } as const
/** Members of the configuration for a party. */
export const keys = ['id', 'kjennelsesdato', 'accounts?']

export const emptyList: Said = {
  nb: 'Kontolisten er tom, og responseDetails.status er `complete`.',
  en: 'The list of accounts is empty, and responseDetails.status is `complete`.',
}
export const refusal: Said = {
  nb: 'Forespørselen avvises (400 `ACC-001` eller 403 `ACC-011`), uten kontodata.',
  en: 'The request is refused (400 `ACC-001` or 403 `ACC-011`), without account data.',
}

/** What is told of an account fixture. */
export interface Special {
  readonly title: Said
  readonly account: AccountRecipe
  /** Members of the configuration beside the usual ones. */
  readonly keys?: readonly string[]
  readonly more?: readonly Said[]
  readonly answer?: Said
}
