import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LoadWindow } from '../../contracts/report/load.ts'
import { parseLoad } from '../../contracts/report/load-file.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import { documents } from '../../reports/documents.ts'
import { type LoadSettings, profiles } from '../kit/load/profile.ts'
import { fjordbankenTarget } from '../targets/fjordbanken.ts'
import { day, judgeUnderLoad, referenceWith } from './testing/run.ts'

/**
 * The whole way on sockets, in short. How quick this machine is today is no test's business: nothing here depends on
 * whether the generator was in order, and so few requests can show no pass.
 */

const load: LoadSettings = { profile: { ...profiles.quick, n: 40 }, seed: 1, ratePerSecond: 40, deadlineMs: 55_000 }

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

const windows = ({ loads = [] }: RunRecord): readonly LoadWindow[] => loads
const statuses = (record: RunRecord) =>
  new Set(windows(record).flatMap(({ samples }) => samples.map(({ status }) => status)))
const wrongs = (record: RunRecord) =>
  windows(record).flatMap(({ samples }) => samples.flatMap(({ wrong }) => wrong ?? []))
const verdictOf = ({ report }: RunRecord, id: string) =>
  report.results.find(({ requirement }) => requirement === id)?.verdict

describe('the reference bank under load', () => {
  it('is asked in the mix of a bostyrer, once for all checks, and everything is on record', async () => {
    const record = await judgeUnderLoad(await referenceWith(parties), { load })
    const [usual, besideJob] = windows(record)
    expect(windows(record).map(({ id, name, whole }) => [id, name, whole])).toEqual([
      ['w1', 'calm', true],
      ['w2', 'beside-job', true],
    ])
    expect(usual?.mix.map(({ name, count }) => [name, count])).toEqual([
      ['accounts', 12],
      ['details', 16],
      ['transactions', 8],
      ['pages', 4],
    ])
    expect(besideJob?.mix.find(({ isJob }) => isJob)?.count).toBeGreaterThanOrEqual(18)
    expect(statuses(record)).toEqual(new Set([200]))
    expect(wrongs(record)).toEqual([])
    expect(usual?.compared).toBeGreaterThan(30)
    expect(verdictOf(record, 'YT-001')).toBe('inconclusive')
    expect(record.report.errors).toEqual([])
  })

  it('is told in documents that hold no token, and can be judged again from them', async () => {
    const record = await judgeUnderLoad(await referenceWith(parties), { load, only: ['YT-002'] })
    const { publicKey } = await generateKeyPair('RSA-OAEP-256', { extractable: true })
    const made = await documents(record, { sealTo: await exportJWK(publicKey), titles: () => undefined })
    expect(parseLoad(made.get('load.ndjson') ?? '')).toEqual(record.loads)
    const { loads } = JSON.parse(made.get('report.json') ?? '{}')
    expect(loads).toMatchObject([{ id: 'w1', n: 40, figures: { n: 40, statuses: { 200: 40 } } }])
  })

  it('does not change its answers because it is asked often, and is caught when it does', async () => {
    const faulty = await referenceWith(parties, 'forgets-an-account-when-hurried')
    const record = await judgeUnderLoad(faulty, { load, only: ['YT-007'] })
    expect(wrongs(record)).toContainEqual(expect.stringMatching(/^1 of \d+ accounts missing$/))
  })

  it('is looked at several times where it is to be certified, with questions that are asked anew', async () => {
    const profile = { ...load.profile, n: 10, windows: 2, pauseMs: 10 }
    const record = await judgeUnderLoad(await referenceWith(parties), { load: { ...load, profile }, only: ['YT-007'] })
    expect(windows(record).map(({ id, part, seed }) => [id, part, seed])).toEqual([
      ['w1', { number: 1, of: 2 }, 1],
      ['w2', { number: 2, of: 2 }, 2],
    ])
    const asked = record.exchanges.filter(({ request }) => request.path === '/accounts').map(({ repeat }) => repeat)
    expect(new Set(asked)).toEqual(new Set([0, 3]))
    expect(wrongs(record)).toEqual([])
  })

  it.each([
    ['allows-five-a-second', 429],
    ['fails-fast', 503],
  ])('with %s answers %i to some', async (fault, status) => {
    const more = { ...load, profile: { ...load.profile, n: 120 }, ratePerSecond: 80 }
    const record = await judgeUnderLoad(await referenceWith(parties, fault), { load: more, only: ['YT-002'] })
    expect(statuses(record)).toContain(status)
  })

  it('that seals everything is read like the others', async () => {
    const record = await judgeUnderLoad(await fjordbankenTarget({ seed: 1, day, parties }), { load })
    expect(statuses(record)).toEqual(new Set([200]))
    expect(windows(record)[0]?.compared).toBeGreaterThan(30)
    expect(wrongs(record)).toEqual([])
    expect(record.report.errors).toEqual([])
  })
})

describe('a participant that declares how much it allows', () => {
  const verdicts = ({ report }: RunRecord) => report.results.map(({ requirement, reason }) => [requirement, reason])

  it('is not pressed beyond it, unless it has agreed to more', async () => {
    const target = await referenceWith(parties)
    const capabilities = { rateLimit: { perSecond: 5 } }
    const record = await judgeUnderLoad({ ...target, capabilities }, { load, only: ['YT-001'] })
    expect(verdicts(record)[0]).toEqual(['YT-001', 'capability-absent'])
    expect(windows(record)).toEqual([])
    const agreement = { ytelse: { reference: 'punkt 4' } }
    const agreed = { ...(await referenceWith(parties)), capabilities, agreement }
    const pressed = await judgeUnderLoad(agreed, { load, only: ['YT-001'] })
    expect(windows(pressed)).toHaveLength(1)
    expect(pressed.report.results[0]).toMatchObject({ requirement: 'YT-001', certainty: 'documented' })
  })
})

describe('a window that is interrupted', () => {
  it('ends, keeps what it has, and is never judged', async () => {
    const controller = new AbortController()
    const endless = { ...load, profile: { ...load.profile, n: 5000 } }
    const record = await judgeUnderLoad(await referenceWith(parties), {
      load: endless,
      only: ['YT-001'],
      signal: controller.signal,
      tell: (event) => {
        if (event.kind === 'waiting' && event.exchange === 'w1') setTimeout(() => controller.abort(), 1500)
      },
    })
    expect(windows(record)).toMatchObject([{ id: 'w1', whole: false }])
    expect(record.report.run.aborted).toBe(true)
    expect(verdictOf(record, 'YT-001')).toBe('inconclusive')
  })
})
