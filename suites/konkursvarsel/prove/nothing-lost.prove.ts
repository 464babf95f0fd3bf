import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../../../mocks/bank/konkursvarsel/faults/index.ts'
import { judgeReference } from '../../testing/judge-reference.ts'
import { build, type House } from './testing/nothing-lost/house.ts'
import { planOf } from './testing/nothing-lost/plan.ts'
import { type Ending, play } from './testing/nothing-lost/play.ts'

/** 600 notices in ten minutes, while Brreg is restarted, delayed and cut off, and the bank is restarted as well. */

const seeds = Array.from({ length: 50 }, (_one, index) => index + 1)

const lossFaults = [
  { id: 'asks-from-its-last-poll', says: 'the clock is the watermark', named: ['KV-011'] },
  { id: 'forgets-failed-details', says: 'the watermark moves before processing', named: ['KV-012', 'KV-035'] },
  { id: 'loses-a-twin', says: 'a twin is lost', named: ['KV-027'] },
  { id: 'begins-with-now-after-a-restart', says: 'a restart begins anew', named: ['KV-023', 'KV-012'] },
  { id: 'takes-an-error-for-no-news', says: 'an error is an empty list', named: ['KV-020'] },
] as const

const ofCustomers = ({ published }: Ending) => published.filter(({ debtor }) => debtor !== 'nobody')
const lostIn = (ending: Ending) =>
  ofCustomers(ending)
    .map(({ uuid }) => uuid)
    .filter((uuid) => !ending.actedOn.includes(uuid))

let house: House
beforeAll(async () => {
  house = await build()
})
afterAll(() => house.agent.destroy())

describe('the reference bank ends exactly where the notices say', () => {
  const total = { seeds: 0, notices: 0, ofCustomers: 0, polls: 0, alarms: 0, brreg: 0, bank: 0 }
  afterAll(() => {
    process.stdout.write(`${JSON.stringify(total)}\n`)
  })

  it.each(seeds)('with seed %d', async (seed) => {
    const ending = await play(house, planOf(seed))
    expect(ending.findings).toEqual([])
    // Each was acted on, and none of them twice.
    expect(ending.actedOn.toSorted()).toEqual(
      ofCustomers(ending)
        .map(({ uuid }) => uuid)
        .toSorted(),
    )
    expect(ending.published).toHaveLength(600)
    // It was no calm day.
    expect(Math.min(ending.restarts.brreg, ending.restarts.bank, ending.alarms)).toBeGreaterThan(0)
    total.seeds += 1
    total.notices += ending.published.length
    total.ofCustomers += ofCustomers(ending).length
    total.polls += ending.polls
    total.alarms += ending.alarms
    total.brreg += ending.restarts.brreg
    total.bank += ending.restarts.bank
  })
})

describe('with a fault that loses notices', () => {
  it.each(lossFaults)('$id ($says), what is told names one that was lost', async ({ id }) => {
    const fault = faults.filter((one) => one.id === id)
    expect(fault).toHaveLength(1)
    const endings: Ending[] = []
    for (const seed of seeds.slice(0, 3)) endings.push(await play(house, planOf(seed), fault))
    const naming = endings.map((ending) => {
      const lost = lostIn(ending)
      return { lost: lost.length, named: lost.filter((uuid) => ending.findings.some((text) => text.includes(uuid))) }
    })
    process.stdout.write(`${id}: ${naming.map(({ lost, named }) => `${named.length} of ${lost} named`).join(', ')}\n`)
    expect(naming.some(({ named }) => named.length > 0)).toBe(true)
  })

  it.each(lossFaults)('$id ($says), a check of the area is red or yellow and names it', async ({ id, named }) => {
    const { report } = await judgeReference({ area: 'konkursvarsel', faults: [id], only: named })
    for (const row of named) {
      const findings = report.results.find(({ requirement }) => requirement === row)?.findings ?? []
      const texts = findings.filter(({ weight }) => weight !== 'note').map(({ what }) => what)
      expect([row, texts.some((text) => /notice [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.test(text))]).toEqual([
        row,
        true,
      ])
    }
  })
})
