import { describe, expect, it } from 'vitest'
import { judgeReference } from '../../suites/testing/judge-reference.ts'

/** Twenty worlds, no difference in verdicts. */
describe('the reference bank', () => {
  const area = 'kontrollinformasjon'
  it.each(Array.from({ length: 20 }, (_one, index) => index + 1))(
    'with seed %d passes every row that is built',
    async (seed) => {
      const { report } = await judgeReference({ area, seed })
      expect(report.results.filter(({ check, verdict }) => check !== null && verdict !== 'pass')).toEqual([])
      expect(report.errors).toEqual([])
    },
  )
})
