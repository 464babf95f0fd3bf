import { type IsoDate, parseIsoDate } from '../../calendar.ts'
import { type Parsed, parsed, refused } from '../../parsed.ts'
import { type Debitor, parseDebitor, parseRegistration, parseUuid, type Registration, type Uuid } from './values.ts'

/** One notice as a list has it. Members beyond these are let through. */
export interface Item {
  readonly uuid: Uuid
  /** One of `noticeTypes`, or a word that was not known when they were written down. */
  readonly type: string
  readonly registered: Registration
  /** Null where it does not stand: whether it always does on other types than `aapning` is not documented. */
  readonly kjennelsesdato: IsoDate | null
  readonly debitor: Debitor
  /** Where the detail lies, as it stands in the link; null where there is none. */
  readonly self: string | null
}

/** Each item by itself: one that is broken does not take the others along (KV-025). */
export type List = readonly Parsed<Item>[]

type Fields = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The three renderings of an empty list are empty lists (catalogue, section 2). */
export function parseList(body: unknown): Parsed<List> {
  const expected = '_embedded.konkursvarsler, or an object without _embedded for an empty list'
  if (!isObject(body)) return refused('shape', expected)
  const { _embedded: embedded } = body
  if (embedded === undefined) return parsed([])
  const items = isObject(embedded) ? embedded.konkursvarsler : undefined
  return Array.isArray(items) ? parsed(items.map(parseItem)) : refused('shape', expected)
}

export function parseItem(input: unknown): Parsed<Item> {
  if (!isObject(input)) return refused('shape', 'a notice')
  const { type, kjennelsesdato = null } = input
  const uuid = parseUuid(input.uuid)
  if (!uuid.ok) return uuid
  if (typeof type !== 'string' || type === '') return refused('not-text', 'a type')
  const registered = parseRegistration(input.registreringstidspunkt)
  if (!registered.ok) return registered
  const day = kjennelsesdato === null ? parsed(null) : parseIsoDate(kjennelsesdato)
  if (!day.ok) return day
  const debitor = parseDebitor(input.debitor)
  if (!debitor.ok) return debitor
  return parsed({
    uuid: uuid.value,
    type,
    registered: registered.value,
    kjennelsesdato: day.value,
    debitor: debitor.value,
    self: selfOf(input),
  })
}

function selfOf({ _links: links }: Fields): string | null {
  const self = isObject(links) ? links.self : undefined
  return isObject(self) && typeof self.href === 'string' ? self.href : null
}
