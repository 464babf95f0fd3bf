import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunRecord } from '../../contracts/report/report.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import { knownFaults } from '../targets/faults.ts'
import { judgeReference } from '../testing/judge-reference.ts'
import { builtIn, claimOf, effectOf } from '../testing/matrix.ts'

/** Every fault meets every check of the area: it breaks what it says, blinds what it says, and nothing else moves. */

const area = 'kontrollinformasjon'
let parties: Parties
let conformant: RunRecord

beforeAll(async () => {
  parties = await startParties()
  conformant = await judgeReference({ area, parties })
})
afterAll(() => parties.close())

describe('among all checks of the area, a fault', () => {
  it.each(knownFaults.map((fault) => [fault.id, fault] as const))('%s is noticed exactly', async (_id, fault) => {
    const faulty = await judgeReference({ area, faults: [fault.id], parties, strict: true })
    expect(effectOf(faulty, conformant)).toEqual(claimOf(fault, builtIn(conformant)))
    expect(faulty.report.errors).toEqual([])
  })
})
