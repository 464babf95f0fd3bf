import type { DetailNames } from '../../../contracts/konkursvarsel/detail-names.ts'
import type { emptyForms } from '../../../contracts/konkursvarsel/stimuli.ts'
import { detailOf } from './detail.ts'
import type { Notice } from './notice.ts'

/** Notices as JSON. An item of a list is rendered once for each form of its address, and so is the last list. */

export type Address = (uuid: string) => string

export interface Renderer {
  list(notices: readonly Notice[], address: Address): Buffer
  empty(form: (typeof emptyForms)[number], self: string): Buffer
  detail(notice: Notice, address: Address): Buffer
}

export function createRenderer(names: DetailNames): Renderer {
  const kept = new WeakMap<Address, WeakMap<Notice, string>>()
  const item = (notice: Notice, address: Address, items: WeakMap<Notice, string>) => {
    const known = items.get(notice)
    if (known !== undefined) return known
    const rendered = JSON.stringify(changed(notice, itemOf(notice, address)))
    items.set(notice, rendered)
    return rendered
  }
  let last: { readonly notices: readonly Notice[]; readonly address: Address; readonly bytes: Buffer } | null = null
  return {
    list: (notices, address) => {
      if (last?.address === address && isSame(last.notices, notices)) return last.bytes
      const items = kept.get(address) ?? new WeakMap()
      kept.set(address, items)
      const rendered = notices.map((notice) => item(notice, address, items)).join(',')
      last = { notices, address, bytes: Buffer.from(`{"_embedded":{"konkursvarsler":[${rendered}]}}`) }
      return last.bytes
    },
    empty: (form, self) => json(emptyBodies[form](self)),
    detail: (notice, address) => json(changed(notice, { ...itemOf(notice, address), ...detailOf(notice, names) })),
  }
}

const json = (value: object) => Buffer.from(JSON.stringify(value))

const isSame = (some: readonly Notice[], others: readonly Notice[]) =>
  some.length === others.length && some.every((one, index) => one === others[index])

/** Catalogue, section 2. */
const itemOf = ({ uuid, order, debtor }: Notice, address: Address): Record<string, unknown> => ({
  uuid,
  type: order.type,
  registreringstidspunkt: order.registreringstidspunkt,
  ...(order.kjennelsesdato === undefined ? {} : { kjennelsesdato: order.kjennelsesdato }),
  debitor: debtor.id,
  _links: { self: { href: address(uuid) } },
})

function changed({ order }: Notice, members: Record<string, unknown>): Record<string, unknown> {
  const all = { ...members, ...order.extra }
  for (const name of order.without ?? []) delete all[name]
  return all
}

const emptyBodies: Readonly<Record<(typeof emptyForms)[number], (self: string) => object>> = {
  array: () => ({ _embedded: { konkursvarsler: [] } }),
  object: () => ({}),
  links: (self) => ({ _links: { self: { href: self } } }),
}
