import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownedBy } from '../world/queries.ts'
import { konkursFixturesOf, makeWorld } from '../world/world.ts'
import type { KonkursFault } from './fault.ts'
import { faults } from './faults/index.ts'
import { startKonkursvarsel } from './start.ts'
import { brregInMemory, type Entry, type Mood } from './testing/brreg-in-memory.ts'

/** Whatever happens between the first notice and the last answer, the books end where the notices say. */

const debtors = ['K26', 'K27', 'K2', 'K3'] as const

const moods = fc.constantFrom<Mood>('well', '500', 'reset', 'truncated', 'html')

const notice = fc.record({
  does: fc.constant('publish' as const),
  debtor: fc.integer({ min: 0, max: debtors.length - 1 }),
  type: fc.constantFrom('aapning', 'aapning', 'sletting', 'oppheving', 'avslutning T', 'avslutning M', 'ukjent'),
  /** Minutes that it is registered before it is published; 0 makes a twin of the one before. */
  late: fc.constantFrom(0, 0, 1, 7, 45),
})
const step = fc.oneof(
  { weight: 4, arbitrary: notice },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('poll' as const), moods: fc.array(moods, { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('cut-off' as const), after: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('replay' as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('manners' as const), inclusive: fc.boolean(), descending: fc.boolean() }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const certificate = { certificatePem: '', privateKeyPem: '', trust: [] }

/** What a client begins with is what its store holds, so that many may follow each other in one. */
const world = makeWorld({ seed: 7, day: '2026-11-20' })
const ids = debtors.map((name) => konkursFixturesOf(world)[name]?.id ?? '')

interface End {
  readonly locked: readonly boolean[]
  readonly published: readonly Entry[]
}

async function follow(steps: readonly Step[], faults: readonly KonkursFault[] = []): Promise<End> {
  const brreg = brregInMemory()
  const client = await startKonkursvarsel({
    world,
    baseUrl: brreg.baseUrl,
    credentials: certificate,
    reach: brreg.http,
    settings: { pauseMs: 0, longestPauseMs: 0 },
    faults,
  })
  // Half a day ago, so that nothing is registered in a time that has not come.
  const begin = Date.now() - 43_200_000
  let minute = 0
  for (const one of steps) {
    if (one.does === 'publish') {
      const [type = '', code] = one.type.split(' ')
      brreg.published.push({
        uuid: `n${brreg.published.length}`,
        debitor: ids[one.debtor] ?? '',
        type,
        registered: begin + (minute - one.late) * 60_000,
        ...(code === undefined ? {} : { detail: { avslutningskode: code } }),
      })
      if (one.late !== 0) minute += 1
    } else if (one.does === 'poll') {
      brreg.moods = [...one.moods]
      await client.poll()
    } else if (one.does === 'restart') await client.restart()
    else if (one.does === 'cut-off') {
      let left = one.after
      let restarted: Promise<void> | undefined
      brreg.onCall = () => {
        left -= 1
        if (left === 0) restarted = client.restart()
      }
      await client.poll().catch(() => undefined)
      await restarted
      brreg.onCall = () => undefined
    } else if (one.does === 'replay') {
      const { uuid } = brreg.published[one.which % Math.max(1, brreg.published.length)] ?? {}
      if (uuid !== undefined) brreg.again.add(uuid)
    } else {
      brreg.inclusive = one.inclusive
      brreg.order = one.descending ? 'descending' : 'ascending'
    }
  }
  brreg.moods = []
  await client.poll()
  await client.close()
  const locked = ids.map((id) => ownedBy(world, id).every(({ number }) => world.books.locks.has(number)))
  return { locked, published: brreg.published }
}

/** Told by the notices alone, in the order of their registration. */
function expected(published: readonly Entry[], debtor: string): boolean {
  const own = published
    .filter(({ debitor }) => debitor === debtor)
    .toSorted(
      (one, other) =>
        one.registered - other.registered || Number(one.type !== 'aapning') - Number(other.type !== 'aapning'),
    )
  const openings: { free: boolean }[] = []
  for (const { type, detail } of own) {
    if (type === 'aapning') openings.push({ free: false })
    if (type === 'sletting' || type === 'oppheving') openings.pop()
    if (type === 'avslutning' && detail?.avslutningskode === 'T') {
      const last = openings.findLast(({ free }) => !free)
      if (last !== undefined) last.free = true
    }
  }
  return openings.some(({ free }) => !free)
}

const ends = async (steps: readonly Step[], faults: readonly KonkursFault[] = []) => {
  const { locked, published } = await follow(steps, faults)
  return { locked, expected: ids.map((id) => expected(published, id)) }
}

describe('for any interleaving of publications, delays, twins, replays, failures and restarts', () => {
  it('the books end where the notices say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const end = await ends(steps)
        expect(end.locked).toEqual(end.expected)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    'asks-from-its-last-poll',
    'begins-with-now-after-a-restart',
    'takes-an-error-for-no-news',
    'forgets-failed-details',
    'loses-a-twin',
    'acts-in-the-order-of-the-list',
    'locks-again-on-a-replay',
    'clears-a-debtor-for-good',
    'never-reopens',
  ])('and with the fault %s they do not', async (id) => {
    const fault = faults.filter((one) => one.id === id)
    const told = await fc.check(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const end = await ends(steps, fault)
        expect(end.locked).toEqual(end.expected)
      }),
      { numRuns: 400, endOnFailure: true, seed: 1 },
    )
    expect([fault.length, told.failed]).toEqual([1, true])
  })
})
