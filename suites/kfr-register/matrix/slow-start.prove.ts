import { expect, it } from 'vitest'
import { usualBatchStartSeconds } from '../../../contracts/kfr-register/operator.ts'
import { judgeReference } from '../../testing/judge-reference.ts'

/** A register whose batches wait for a job: what was declared, or is usual, is waited for, and only its pace is late. */

const rows = ['KFRO-014', 'KFRO-027', 'KFRO-030', 'KFRO-035', 'KFRO-041', 'KFRO-042']

it.each([
  ['as declared', 10],
  ['as usual', usualBatchStartSeconds],
])('%s', { timeout: 300_000 }, async (_what, batchStartSeconds) => {
  const { report } = await judgeReference({
    area: 'kfr-register',
    faults: ['begins-batches-late'],
    only: [...rows, 'KFRO-033'],
    declares: ({ kfrRegister }) =>
      kfrRegister === undefined ? {} : { kfrRegister: { ...kfrRegister, batchStartSeconds } },
  })
  const verdicts = new Map(report.results.map(({ requirement, verdict }) => [requirement, verdict]))
  expect(rows.map((id) => verdicts.get(id))).toEqual(rows.map(() => 'pass'))
  expect(verdicts.get('KFRO-033')).toBe('warn')
})
