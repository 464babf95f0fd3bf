import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadFaults } from '../../mocks/bank/ytelse/faults.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import { profiles } from '../kit/load/profile.ts'
import { judgeUnderLoad, referenceWith } from './testing/run.ts'

/** Every fault on sockets, at the agreed rate, for a standard window in calm: two minutes each, a few side by side. */

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

const rows = ['YT-001', 'YT-002', 'YT-003', 'YT-004', 'YT-005', 'YT-007']
const tell = (what: string, figures: object) => process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`)

/** How many of 1200 are slow or failed: exact where it follows from the places of requests. */
const counts: Readonly<Record<string, number>> = {
  'answers-late': 1200,
  'half-a-percent-is-late': 6,
  'one-percent-is-late': 12,
  'two-percent-are-late': 24,
  'late-in-bursts': 25,
  'fails-fast': 24,
  'slow-beside-large-lists': 0,
  'forgets-an-account-when-hurried': 0,
}

describe('beside another job', () => {
  it.each([
    ['slow-beside-large-lists', 'fail'],
    [null, 'pass'],
  ])('%s: %s', async (fault, verdict) => {
    const target = await referenceWith(parties, ...(fault === null ? [] : [fault]))
    const agreement = { ytelse: { reference: 'of the proof' } }
    const load = { profile: profiles.quick, seed: 1 }
    const { report } = await judgeUnderLoad({ ...target, agreement }, { load, only: ['YT-006'] })
    const [figures] = (report.loads ?? []).map((one) => one.figures)
    tell(`beside another job, ${fault}`, { slow: figures?.slow, generator: figures?.generator })
    expect(report.results.find(({ requirement }) => requirement === 'YT-006')?.verdict).toBe(verdict)
  })
})

describe('on sockets', { concurrent: true }, () => {
  it.for(loadFaults.map((fault) => [fault.id, fault] as const))(
    '%s is noticed exactly',
    { timeout: 400_000 },
    async ([id, { violates, undecided }]) => {
      const target = await referenceWith(parties, id)
      const agreement = { ytelse: { reference: 'of the proof' } }
      const load = { profile: profiles.standard, seed: 1 }
      const { report, loads } = await judgeUnderLoad({ ...target, agreement }, { load, only: rows })
      const verdicts = Object.fromEntries(report.results.map(({ requirement, verdict }) => [requirement, verdict]))
      const expected = rows.map((row) => {
        if (violates.includes(row)) return [row, row === 'YT-004' || row === 'YT-005' ? 'warn' : 'fail']
        return [row, undecided.includes(row) ? 'inconclusive' : 'pass']
      })
      const [figures] = (report.loads ?? []).map((one) => one.figures)
      tell(id, { slow: figures?.slow, failed: figures?.failed, said: figures?.said, generator: figures?.generator })
      expect(loads?.map(({ whole }) => whole)).toEqual([true])
      expect(verdicts).toMatchObject(Object.fromEntries(expected))
      if (counts[id] !== undefined) expect(figures?.slow).toBe(counts[id])
    },
  )
})
