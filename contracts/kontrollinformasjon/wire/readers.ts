/** For the judge: what can be read of a body that nothing is known about. None of these throws. */

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const objectsIn = (body: unknown, member: string): readonly Fields[] => {
  const list = isObject(body) ? body[member] : undefined
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** The objects in `accounts`; what is no object there is left out, and the schema complains of it. */
export const accountsOf = (body: unknown): readonly Fields[] => objectsIn(body, 'accounts')

/** The objects in `transactions`. */
export const transactionsOf = (body: unknown): readonly Fields[] => objectsIn(body, 'transactions')

const told = ['accounts', 'account', 'transactions', 'cards', 'roles']

/** Deep enough for every body of the standard, and an end for those that nest without one. */
const deepest = 12

/** Whether account data stand anywhere in a body: a member of one of the answers that is neither empty nor null. */
export function tellsAccountData(body: unknown, depth = 0): boolean {
  if (depth > deepest || body === null || typeof body !== 'object') return false
  return Object.entries(body).some(
    ([name, value]) =>
      (told.includes(name) && isFilled(value)) || isNumberOf(name, value) || tellsAccountData(value, depth + 1),
  )
}

/** Under whatever name the rest stands. */
const isNumberOf = (name: string, value: unknown) =>
  name === 'accountIdentifier' && typeof value === 'string' && value.trim() !== ''

const isFilled = (value: unknown) => value !== null && typeof value === 'object' && Object.keys(value).length > 0

/** The href of the first link of that rel, whatever the case of the rel; null when there is none with a text in it. */
export function linkOf(body: unknown, rel: string): string | null {
  const named = (link: Fields) => typeof link.rel === 'string' && link.rel.toLowerCase() === rel.toLowerCase()
  const href = objectsIn(body, 'links').find((link) => named(link) && typeof link.href === 'string')?.href
  return typeof href === 'string' ? href : null
}
