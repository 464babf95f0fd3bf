import { afterAll, beforeAll, expect, it } from 'vitest'
import { avslutningskoder, avviklingskoder } from '../../contracts/konkursvarsel/codes.ts'
import type { NoticeOrder } from '../../contracts/konkursvarsel/notice.ts'
import { violations } from '../../contracts/konkursvarsel/schemas.ts'
import { type BrregStimulus, emptyForms, hrefForms, orders } from '../../contracts/konkursvarsel/stimuli.ts'
import { type Alone, startAlone } from './testing/alone.ts'

/** Our own answers, by the schemas that everybody is judged by, in every manner that is lawful. */

let alone: Alone
const notice = (n: number, type: string, detail: object = {}): NoticeOrder => ({
  uuid: `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`,
  debtor: n % 2 === 0 ? 'K2' : 'nobody',
  type,
  registreringstidspunkt: `2026-01-05T09:${String(n).padStart(2, '0')}:00.000Z`,
  kjennelsesdato: '2026-01-05',
  detail: { ...detail },
})
const notices = [
  notice(1, 'aapning'),
  notice(2, 'aapning', { konkursgrunnlag: 'O' }),
  notice(3, 'sletting'),
  notice(4, 'oppheving'),
  notice(5, 'avslutning'),
  ...avviklingskoder.map((avviklingskode, index) =>
    notice(10 + index, 'aapning', { konkursgrunnlag: 'T', avviklingskode }),
  ),
  ...avslutningskoder.map((avslutningskode, index) => notice(20 + index, 'avslutning', { avslutningskode })),
  { ...notice(30, 'aapning'), linked: [{ fixture: 'K1', organisasjonsform: 'ENK' }], konkursbo: 'K1' } as const,
]

beforeAll(async () => {
  const debtors = { K1: { id: '910375237' }, K2: { id: '08086001471' } }
  alone = await startAlone({ debtors })
  const filler = { count: 50, from: '2025-01-01T00:00:00.000Z', to: '2025-02-01T00:00:00.000Z' }
  await alone.control.publish({ publication: { notices, filler, published: true } })
})
afterAll(() => alone.close())

const lawful: readonly BrregStimulus[] = [
  { party: 'brreg', does: 'compares-inclusively' },
  ...orders.map((order) => ({ party: 'brreg', does: 'orders', order }) as const),
  ...emptyForms.map((form) => ({ party: 'brreg', does: 'lists-nothing-as', form }) as const),
  ...hrefForms.map((href) => ({ party: 'brreg', does: 'links', href }) as const),
]

it.each([null, ...lawful])('lists are in order with %j', async (stimulus) => {
  if (stimulus !== null) await alone.control.stimulate({ stimulus })
  for (const path of [
    '/konkursvarsler',
    '/konkursvarsler/oppdatert/2026-01-05T09:04:00.000Z',
    '/konkursvarsler/oppdatert/2099-01-01T00:00:00.000Z',
  ])
    expect(violations('list', await alone.json(path)), path).toEqual([])
  await alone.control.calm({})
})

it('every detail is in order, and so is the root', async () => {
  expect(violations('root', await alone.json('/'))).toEqual([])
  const { _embedded } = (await alone.json('/konkursvarsler')) as { _embedded: { konkursvarsler: { uuid: string }[] } }
  expect(_embedded.konkursvarsler).toHaveLength(notices.length + 50 + 15)
  for (const { uuid } of _embedded.konkursvarsler)
    expect(violations('detail', await alone.json(`/konkursvarsler/${uuid}`)), uuid).toEqual([])
})
