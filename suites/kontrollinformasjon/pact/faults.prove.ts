import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IsoDate } from '../../../contracts/calendar.ts'
import { type Parties, startParties } from '../../../mocks/parties.ts'
import { knownFaults } from '../../targets/faults.ts'
import { referenceTarget } from '../../targets/reference.ts'
import brokenBy from './broken-by.json' with { type: 'json' }
import { fileName } from './make.ts'
import { verifyPact } from './verify.ts'

/** Which faults break the contract, exactly: those that touch what bosiden reads of P1 and P5, and no others. */

const file = fileURLToPath(new URL(`../../../contracts/pacts/${fileName}`, import.meta.url))
const day = '2026-11-20' as IsoDate
let parties: Parties

beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

async function isKept(fault: string): Promise<boolean> {
  const target = await referenceTarget({ seed: 1, day, faults: [fault], parties })
  try {
    return await verifyPact(target, file).then(
      () => true,
      () => false,
    )
  } finally {
    await target.close()
  }
}

describe('the contract of bosiden with a bank', () => {
  it.each(knownFaults.map(({ id }) => id))('and %s', async (id) =>
    expect(!(await isKept(id))).toBe((brokenBy as readonly string[]).includes(id)),
  )

  it('is said to be broken by known faults only', () => {
    const known = knownFaults.map(({ id }) => id)
    expect((brokenBy as readonly string[]).filter((id) => !known.includes(id))).toEqual([])
  })
})
