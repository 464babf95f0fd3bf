import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requirement } from '../../../contracts/register.ts'
import { type Parties, startParties } from '../../../mocks/parties.ts'
import { type KnownFault, knownFaults } from '../../targets/faults.ts'
import { judgeReference } from '../../testing/judge-reference.ts'

/**
 * The largest file, which every other run leaves out (heavy-rows.ts): 20 megabytes for each register. Every fault that is about
 * batches meets KFRO-031: those that it is for are noticed, and no other one is.
 */

const row = 'KFRO-031'

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

async function verdictsWith(faults: readonly string[], only: readonly string[] = [row]) {
  const { report } = await judgeReference({ area: 'kfr-register', faults, parties, strict: true, only })
  expect(report.errors).toEqual([])
  const verdicts = new Map(report.results.map(({ requirement: id, verdict }) => [id, verdict]))
  return only.map((id) => verdicts.get(id))
}

const isOfBatches = ({ area, violates, tolerates }: KnownFault) =>
  area === 'kfr-register' && [...violates, ...tolerates].some((id) => requirement(id)?.section === 'Batch')

/** To store so much takes half an hour, and no answer is waited for as long as that. */
const waits = 'waits-for-ingestion'

const expected = ({ id, violates, tolerates }: KnownFault) =>
  violates.includes(row) ? 'fail' : tolerates.includes(row) ? 'warn' : id === waits ? 'inconclusive' : 'pass'

describe('the largest file', () => {
  it('is taken by the built-in register, and a larger one is not', async () =>
    expect(await verdictsWith([])).toEqual(['pass']))

  const faults = knownFaults.filter(isOfBatches)
  it.each(faults.map((fault) => [fault.id, fault] as const))('meets %s', async (id, fault) =>
    expect(await verdictsWith([id])).toEqual([expected(fault)]),
  )

  it('may be refused by what stands in front of the register, which knows of no ids', async () => {
    const rows = [row, 'KFRO-022', 'KFRO-023']
    expect(await verdictsWith(['refuses-large-files-in-front'], rows)).toEqual(rows.map(() => 'pass'))
  })
})
