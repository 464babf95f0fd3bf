import { describe, expect, it } from 'vitest'
import { slotFor } from './slots.ts'
import { startAlone } from './testing/alone.ts'

describe('the slot', () => {
  it.each([
    // Monday in winter, in Oslo 08:00, 08:01, 15:59, 16:00 and 16:01.
    ['2026-01-12T07:00:00.000Z', '2026-01-12T07:15:00.000Z', '2026-01-12T07:00:00.000Z'],
    ['2026-01-12T07:01:00.000Z', '2026-01-12T07:15:00.000Z', '2026-01-12T07:15:00.000Z'],
    ['2026-01-12T14:59:00.000Z', '2026-01-12T15:00:00.000Z', '2026-01-13T07:00:00.000Z'],
    ['2026-01-12T15:00:00.000Z', '2026-01-12T15:00:00.000Z', '2026-01-13T07:00:00.000Z'],
    ['2026-01-12T15:01:00.000Z', '2026-01-13T07:15:00.000Z', '2026-01-13T07:00:00.000Z'],
    // Friday evening in summer, and the day before Maundy Thursday.
    ['2026-07-17T18:00:00.000Z', '2026-07-20T06:15:00.000Z', '2026-07-20T06:00:00.000Z'],
    ['2026-04-01T20:00:00.000Z', '2026-04-07T06:15:00.000Z', '2026-04-07T06:00:00.000Z'],
  ])('for %s is %s, or %s where 08:00 is the first', (instant, late, early) => {
    const slots = (['08:15', '08:00'] as const).map((first) =>
      new Date(slotFor(Date.parse(instant), first)).toISOString(),
    )
    expect(slots).toEqual([late, early])
  })
})

it('what is registered on a Saturday shows on Monday', async () => {
  const alone = await startAlone({ brreg: { manners: { schedule: 'slots' } } })
  await alone.control.advance({ to: '2026-01-10T12:00:00.000Z' })
  const uuid = '10000000-0000-4000-8000-000000000000'
  const registreringstidspunkt = '2026-01-10T11:59:00.000Z'
  await alone.control.publish({
    publication: { notices: [{ uuid, debtor: 'nobody', type: 'aapning', registreringstidspunkt }] },
  })
  expect(await alone.json('/konkursvarsler')).toEqual({})
  await alone.control.advance({ to: '2026-01-12T07:14:00.000Z' })
  expect(await alone.json('/konkursvarsler')).toEqual({})
  await alone.control.advance({ to: '2026-01-12T07:15:00.000Z' })
  expect(await alone.json('/konkursvarsler')).toMatchObject({ _embedded: { konkursvarsler: [{ uuid }] } })
  await alone.close()
})
