import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { SeenExchange } from '../http/traffic.ts'
import { type Alone, startAlone } from './testing/alone.ts'

/** What somebody who watches Brreg reads. */

const told: SeenExchange[] = []
let alone: Alone
beforeAll(async () => {
  alone = await startAlone({ follow: (exchange) => told.push(exchange) })
})
beforeEach(() => {
  told.length = 0
})
afterAll(() => alone.close())

const order = (number: number, type: string) => ({
  uuid: `4b0e9d4e-6a5c-4a3f-8f6e-0d2f5a1b7c0${number}`,
  debtor: 'nobody' as const,
  type,
  registreringstidspunkt: '2026-01-05T09:00:00.000Z',
  kjennelsesdato: '2026-01-05',
})

it('is told what is published', async () => {
  await alone.control.publish({ publication: { notices: [order(1, 'aapning'), order(2, 'aapning')] } })
  await alone.control.publish({
    publication: {
      notices: [order(3, 'sletting')],
      filler: { count: 4, from: '2026-01-01T00:00:00.000Z', to: '2026-01-02T00:00:00.000Z' },
    },
  })
  expect(told.map(({ method, said }) => `${method} ${said}`)).toEqual([
    'PUBLISH publishes 2 aapning about nobody',
    'PUBLISH publishes 1 sletting about nobody, 4 of nobody',
  ])
})

it.each([
  ['2026-01-05T09:00:00.000Z', undefined],
  ['2026-01-05T08%3A00%3A00.000Z', undefined],
  ['2026-01-05T09:00:00Z', 'the time is written otherwise than in the answers (KV-013)'],
  ['2026-01-05', 'the time is written otherwise than in the answers (KV-013)'],
  [
    '2026-01-05T09:00:00.001Z',
    'the time is later than that of every notice: is it that of the last notice read, or of a clock? (KV-010, KV-013)',
  ],
])('is told what is odd about the time %s', async (since, said) => {
  await alone.get(`/konkursvarsler/oppdatert/${since}`)
  expect(told.at(-1)?.said).toBe(said)
})
