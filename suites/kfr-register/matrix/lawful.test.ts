import { expect, it } from 'vitest'
import { kfrFaults } from '../../../mocks/kfr/faults.ts'
import { judgeReference } from '../../testing/judge-reference.ts'

/** Registers that do otherwise where no document forbids it: none of them fails a row that it would pass as usual. */

const lawful = Object.entries(kfrFaults)
  .filter(([, { violates, tolerates = [] }]) => violates.length === 0 && tolerates.length === 0)
  .map(([id]) => id)

/** Two that replace one part cannot meet in one register. */
const apart = 'boundaries-are-400'
/** It takes its time, which is declared: met in `slow-start.prove.ts`. */
const slow = 'begins-batches-late'

it('a register that differs wherever it may fails nothing', async () => {
  const faults = lawful.filter((id) => id !== apart && id !== slow)
  expect(faults.length).toBeGreaterThan(0)
  const { report } = await judgeReference({ area: 'kfr-register', faults })
  expect(report.summary.pass).toBeGreaterThan(50)
  expect(report.results.filter(({ verdict }) => verdict === 'fail').map(({ requirement }) => requirement)).toEqual([])
  expect(report.errors).toEqual([])
})

it('nor does one that answers a wrong boundary 400', async () => {
  const { report } = await judgeReference({ area: 'kfr-register', faults: [apart], only: ['KFRO-036'] })
  const judged = report.results.filter(({ requirement }) => requirement === 'KFRO-036')
  expect(judged.map(({ verdict }) => verdict)).toEqual(['pass'])
})
