import { type IsoDate, parseIsoDate } from '../../calendar.ts'
import { type Parsed, parsed } from '../../parsed.ts'
import { type Item, parseItem } from './list.ts'

/** One notice in full, as far as documents name its members; a code may be one that is not known yet. */
export interface Detail extends Item {
  readonly konkursgrunnlag: string | null
  readonly avviklingskode: string | null
  readonly avslutningskode: string | null
  readonly innstillingsdato: IsoDate | null
}

/** Whatever else stands there is read by whoever knows its name (detail-names.ts). */
export function parseDetail(input: unknown): Parsed<Detail> {
  const item = parseItem(input)
  if (!item.ok) return item
  const body = input as Readonly<Record<string, unknown>>
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : null)
  const day = parseIsoDate(body.innstillingsdato)
  return parsed({
    ...item.value,
    konkursgrunnlag: text('konkursgrunnlag'),
    avviklingskode: text('avviklingskode'),
    avslutningskode: text('avslutningskode'),
    innstillingsdato: day.ok ? day.value : null,
  })
}
