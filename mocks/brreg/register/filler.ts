import { createHash } from 'node:crypto'
import type { NoticeOrder, Publication } from '../../../contracts/konkursvarsel/notice.ts'

const millisecondsOfDay = 86_400_000

/** Openings of nobody, spread evenly from `from` to before `to`. The same order gives the same notices. */
export function fillerOrders({ count, from, to }: NonNullable<Publication['filler']>): readonly NoticeOrder[] {
  const first = Date.parse(from)
  const span = Date.parse(to) - first
  if (!(span >= 0))
    throw new Error(`The filler's notices go from ${from} to ${to}; the second time must not be earlier`)
  return Array.from({ length: count }, (_, index) => {
    const at = first + Math.floor((span * index) / count)
    return {
      uuid: uuidOf(`filler ${from} ${to} ${count} ${index}`),
      debtor: 'nobody',
      type: 'aapning',
      registreringstidspunkt: new Date(at).toISOString(),
      kjennelsesdato: new Date(at - millisecondsOfDay).toISOString().slice(0, 10),
      detail: { konkursgrunnlag: 'B' },
    }
  })
}

/** In the form of RFC 9562 version 8: custom contents. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
