import { expect, it } from 'vitest'
import { judgeReference } from '../testing/judge-reference.ts'

/** A breach tells how it came to that: how it was before, what was published, and that the bank was told. */
const ways: readonly (readonly [string, Readonly<Record<string, readonly string[]>>])[] = [
  [
    'reports-and-does-not-lock',
    {
      'KV-037': ['K46: could be used before', 'K46: aapning about K46 was published', 'K46: was told of the notice'],
    },
  ],
  [
    'matches-names,never-reopens',
    { 'KV-031': ['was so before'], 'KV-051': ['sletting about K55 was published', 'was told of the notice'] },
  ],
]

it.each(ways)('breaches by a bank that %s show the way to them', async (faults, rows) => {
  const only = Object.keys(rows)
  const { report } = await judgeReference({ area: 'konkursvarsel', faults: faults.split(','), only })
  for (const [requirement, way] of Object.entries(rows)) {
    const result = report.results.find((one) => one.requirement === requirement)
    expect(result?.verdict).toBe('fail')
    const held = result?.findings.filter(({ weight }) => weight === 'note').map(({ what }) => what)
    expect(held).toEqual(expect.arrayContaining([...way]))
  }
})
