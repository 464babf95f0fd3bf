import { parseDateTime } from '../../../../contracts/calendar.ts'
import { type Client, type Decoded, Failure, type Item } from '../model.ts'

/**
 * Reads what is needed and lets everything else be. A list without `_embedded` is empty (KV-018). An item that cannot be
 * read is set aside (KV-025); a body that is no JSON object is no list.
 */
export function decode(_client: Client, bytes: Uint8Array): Decoded {
  const body = objectIn(bytes)
  const embedded = membersOf(body._embedded)
  const listed = embedded.konkursvarsler ?? []
  if (!Array.isArray(listed)) throw new Failure('the konkursvarsler of the answer are no list')
  const items: Item[] = []
  const poison: string[] = []
  for (const element of listed) {
    const item = itemFrom(element)
    if (item === null) poison.push(nameOf(element))
    else items.push(item)
  }
  return { items, poison }
}

/** Throws `Failure`. */
export function objectIn(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new Failure('the answer is no JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Failure('the answer is no object')
  return value as Readonly<Record<string, unknown>>
}

export const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function itemFrom(element: unknown): Item | null {
  const { uuid, type, registreringstidspunkt, debitor, kjennelsesdato, _links } = membersOf(element)
  if (!isText(uuid) || !isText(type) || !isText(debitor) || !isText(registreringstidspunkt)) return null
  // Nothing that may stand in an address may come from elsewhere than the address.
  if (!/^[\w-]+$/.test(uuid)) return null
  const time = parseDateTime(registreringstidspunkt)
  if (!time.ok || time.value.instant === null) return null
  const { href } = membersOf(membersOf(_links).self)
  return {
    uuid,
    type,
    registreringstidspunkt,
    instant: time.value.instant,
    debtor: debitor,
    kjennelsesdato,
    href: isText(href) ? href : null,
  }
}

/** A uuid points at nobody. */
const nameOf = (element: unknown): string => {
  const { uuid } = membersOf(element)
  return isText(uuid) ? uuid.slice(0, 50) : 'an item without uuid'
}
