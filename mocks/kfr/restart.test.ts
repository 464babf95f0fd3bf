import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { writeForm } from '../../contracts/kfr/batch/multipart.ts'
import { banksIn, type Desk, ingest, openDesk, openWorld, person, reporter, type World } from './testing/desk.ts'

/** What outlives a register that ends in good order; `kills.prove.ts` ends it in no order at all. */

let world: World
let folder: string
const secret = randomBytes(32)
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samsvar-kfr-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Organisation numbers of nobody. */
const numbers = Array.from({ length: 700 }, (_, index) => String(310_100_000 + index))
const spooled = () => readdirSync(join(folder, 'spool'))

async function opened<T>(use: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await openDesk(world, { folder, secret })
  try {
    return await use(desk)
  } finally {
    await desk.close()
  }
}

it('relationships, their days and the ids of requests are there again', async () => {
  const CorrelationID = '11111111-2222-4333-8444-555555555555'
  await opened((desk) => desk.as(reporter).add(person, { CorrelationID }))
  await opened(async ({ kfr, as }) => {
    expect(kfr.count()).toEqual({ active: 1, historical: 0, pending: 0 })
    expect((await as(reporter).add(person)).status).toBe(200)
    expect(kfr.traced(CorrelationID)).toHaveLength(1)
  })
})

it('a batch that was stored in part is stored to its end, each once', async () => {
  await opened(async ({ kfr, clock, as }) => {
    expect((await as(reporter).batch(writeForm({ list: numbers.join(',') }))).status).toBe(201)
    while (kfr.count().pending === numbers.length) {
      await new Promise((resolve) => setImmediate(resolve))
      clock.advance(100)
    }
    expect(kfr.count().active).toBeGreaterThan(0)
    expect(kfr.count().active).toBeLessThan(numbers.length)
    expect(spooled()).toEqual([expect.stringMatching(/\.batch$/)])
  })
  await opened(async (desk) => {
    await ingest(desk)
    expect(desk.kfr.count()).toEqual({ active: numbers.length, historical: 0, pending: 0 })
    expect(banksIn(await desk.as(reporter).own(numbers.at(-1) ?? ''))[1]).toEqual([reporter])
    expect(spooled()).toEqual([])
  })
})

it('a file that was not accepted is gone', async () => {
  await opened(async ({ as }) => {
    expect((await as(reporter).batch(writeForm({ list: `${person},x` }))).status).toBe(400)
  })
  expect(spooled()).toEqual([])
})

it('another secret opens nothing', async () => {
  await opened(async () => {})
  await expect(openDesk(world, { folder, secret: randomBytes(32) })).rejects.toThrow(/made with another secret/)
  await expect(openDesk(world, { secret: randomBytes(31) })).rejects.toThrow(/at least 32 bytes/)
})

it.each([
  [{ ingestPerSecond: 0 }, /ingestPerSecond must be a whole number from 1, or null/],
  [{ years: 0.5 }, /years must be/],
  [{ basePaths: { '1.1.2': '/a/', '2.0': '/b' } }, /basePaths of 1.1.2 must be a path/],
  [{ basePaths: { '1.1.2': '/a', '2.0': '/a' } }, /basePaths must be two paths/],
])('the setting %j is refused', async (settings, message) => {
  await expect(openDesk(world, { settings })).rejects.toThrow(message)
})
