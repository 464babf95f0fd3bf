import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Parties, startParties } from '../../../mocks/parties.ts'
import { knownFaults } from '../../targets/faults.ts'
import { judgeReference } from '../../testing/judge-reference.ts'

/**
 * The largest file, which every other run leaves out (heavy-rows.ts): 20 megabytes for each register. Every fault meets
 * KFRO-031; those that it is for are noticed, and no other one is.
 */

const row = 'KFRO-031'
/** What is refused to everybody, or fails whatever is sent: its question stands on that. */
const hidden: readonly string[] = []

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

async function verdictWith(faults: readonly string[]) {
  const { report } = await judgeReference({ area: 'kfr-register', faults, parties, strict: true, only: [row] })
  expect(report.errors).toEqual([])
  return report.results.find(({ requirement }) => requirement === row)?.verdict
}

describe('the largest file', () => {
  it('is taken by the built-in register, and a larger one is not', async () =>
    expect(await verdictWith([])).toBe('pass'))

  const faults = knownFaults.filter(({ area }) => area === 'kfr-register')
  it.each(faults.map((fault) => [fault.id, fault] as const))('%s', async (id, { violates, tolerates }) => {
    const expected = violates.includes(row)
      ? 'fail'
      : tolerates.includes(row)
        ? 'warn'
        : hidden.includes(id)
          ? 'inconclusive'
          : 'pass'
    expect(await verdictWith([id])).toBe(expected)
  })
})
