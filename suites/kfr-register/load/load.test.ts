import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRows } from '../../../contracts/kfr-register/heavy-rows.ts'
import { requirement } from '../../../contracts/register.ts'
import type { RunRecord } from '../../../contracts/report/report.ts'
import { type Parties, startParties } from '../../../mocks/parties.ts'
import { type LoadSettings, profiles } from '../../kit/load/profile.ts'
import { judgeRegister } from './testing/run.ts'

/** In short: how quick this machine is today is no test's business, and so few requests show no pass. */
const load: LoadSettings = { profile: { ...profiles.quick, n: 40 }, seed: 1, ratePerSecond: 40, deadlineMs: 55_000 }

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

const statuses = ({ loads = [] }: RunRecord) => loads.flatMap(({ samples }) => samples.map(({ status }) => status))
const verdictsOf = ({ report }: RunRecord) =>
  Object.fromEntries(report.results.filter(({ check }) => check !== null).map((one) => [one.requirement, one.verdict]))

describe('reporters at the rate of the agreement', () => {
  it('add and end customers, each once, in calm and while a batch is ingested', async () => {
    const record = await judgeRegister(parties, { load, only: loadRows })
    expect(record.loads?.map(({ name, whole }) => [name, whole])).toEqual([
      ['calm', true],
      ['beside-job', true],
    ])
    expect(record.loads?.[0]?.mix.map(({ name, count }) => [name, count])).toEqual([
      ['add', 20],
      ['end', 20],
    ])
    // A customer that was met twice would be answered 200, or 404.
    expect(new Set(statuses(record))).toEqual(new Set([201, 204]))
    expect(record.report.errors).toEqual([])
    expect(verdictsOf(record)['KFRO-074']).toBe('inconclusive')
  })

  it('meet other customers in every window', async () => {
    const profile = { ...load.profile, n: 10, windows: 2, pauseMs: 10 }
    const record = await judgeRegister(parties, { load: { ...load, profile }, only: ['KFRO-073'] })
    expect(record.loads?.map(({ part }) => part)).toEqual([
      { number: 1, of: 2 },
      { number: 2, of: 2 },
    ])
    expect(new Set(statuses(record))).toEqual(new Set([201, 204]))
  })

  it('are told by a register that allows five a second', async () => {
    const record = await judgeRegister(parties, { load, only: ['KFRO-073'], faults: ['throttles-reports'] })
    expect(statuses(record)).toContain(429)
  })

  it('are judged by nothing else', () => {
    for (const id of loadRows) expect(requirement(id)?.section).toMatch(/^Service levels/)
  })
})
