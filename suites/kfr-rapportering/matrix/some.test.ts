import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Parties, startParties } from '../../../mocks/parties.ts'
import { knownFaults } from '../../targets/faults.ts'
import { judgeReference } from '../../testing/judge-reference.ts'

/** A file takes seconds to be taken in, so that all faults meet their checks in the proof; some that need none, here. */

const some = ['reports-guarantors', 'reports-the-end-of-every-relation', 'takes-200-for-an-error']

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

describe('a fault', () => {
  it.each(some)('%s is noticed by the checks that it names', async (id) => {
    const fault = knownFaults.find((one) => one.id === id)
    const only = [...(fault?.violates ?? []), ...(fault?.tolerates ?? [])]
    const { report } = await judgeReference({ area: 'kfr-rapportering', faults: [id], parties, strict: true, only })
    const verdicts = report.results.filter(({ requirement }) => only.includes(requirement))
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(only.map(() => 'fail'))
    expect(report.errors).toEqual([])
  })
})
