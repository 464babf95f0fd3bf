import { type KonkursFixture, konkursFixtures } from '../../../../../contracts/konkursvarsel/debtors.ts'
import type { NoticeOrder } from '../../../../../contracts/konkursvarsel/notice.ts'
import type { Draw } from './draw.ts'

/** Notices as a seed draws them: of customers and strangers, twins, and some that are published long after their registration. */

/** A person's own units are told by the detail. */
const units: Readonly<Partial<Record<KonkursFixture, NonNullable<NoticeOrder['linked']>>>> = {
  K10: [{ fixture: 'K11', organisasjonsform: 'ENK' }],
  K12: [{ fixture: 'K13', organisasjonsform: 'TVAM' }],
}

/** Customers with ordinary accounts, and those whose numbers or units are special. */
const debtors: readonly KonkursFixture[] = [
  'K1',
  'K2',
  'K3',
  'K10',
  'K12',
  ...konkursFixtures.slice(konkursFixtures.indexOf('K26'), konkursFixtures.indexOf('K60') + 1),
]

/** Longest time between registration and publication; milliseconds. */
export const latestMs = 90_000

const kinds: readonly Pick<NoticeOrder, 'type' | 'detail'>[] = [
  ...Array.from({ length: 6 }, () => ({ type: 'aapning' })),
  { type: 'sletting' },
  { type: 'sletting' },
  { type: 'oppheving' },
  { type: 'avslutning', detail: { avslutningskode: 'T' } },
  { type: 'avslutning', detail: { avslutningskode: 'M' } },
]

/** `publishedAt`: milliseconds since 1970; `before`: what was published until then, of which it may become a twin. */
export function drawNotice(draw: Draw, publishedAt: number, before: readonly NoticeOrder[]): NoticeOrder {
  const debtor = draw.isDrawn(0.3) ? draw.oneOf(debtors) : 'nobody'
  const linked = debtor === 'nobody' ? undefined : units[debtor]
  return {
    uuid: draw.uuid(),
    debtor,
    ...draw.oneOf(kinds),
    registreringstidspunkt: new Date(registeredAt(draw, publishedAt, before)).toISOString(),
    kjennelsesdato: '2026-11-19',
    ...(linked === undefined ? {} : { linked }),
  }
}

function registeredAt(draw: Draw, publishedAt: number, before: readonly NoticeOrder[]): number {
  const twin = before.at(-draw.from(1, 12))
  const instant = Date.parse(twin?.registreringstidspunkt ?? '')
  if (draw.isDrawn(0.2) && publishedAt - instant < latestMs) return instant
  return publishedAt - (draw.isDrawn(0.2) ? draw.from(10_000, latestMs) : draw.from(0, 9_999))
}
