import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { complaints, layerOf, readGraph } from './boundaries.ts'

const root = join(import.meta.dirname, '..', '..')

describe('boundaries', () => {
  it('hold in the whole house', () => {
    const graph = readGraph(root)
    expect(graph.size).toBeGreaterThan(100)
    expect(complaints(graph)).toEqual([])
  })

  it.each([
    ['suites/kontrollinformasjon/a.check.ts', 'mocks/bank/start.ts'],
    ['suites/kit/run/a.ts', 'suites/kontrollinformasjon/a.ts'],
    ['mocks/bank/a.ts', 'suites/kit/a.ts'],
    ['contracts/a.ts', 'reports/a.ts'],
    ['reports/a.ts', 'suites/kit/a.ts'],
    ['scripts/a.ts', 'mocks/bank/start.ts'],
  ])('forbid %s to import %s', (from, to) => {
    expect(
      complaints(
        new Map([
          [from, [to]],
          [to, []],
        ]),
      ),
    ).toHaveLength(1)
  })

  it('find a cycle', () => {
    expect(
      complaints(
        new Map([
          ['contracts/a.ts', ['contracts/b.ts']],
          ['contracts/b.ts', ['contracts/a.ts']],
        ]),
      ),
    ).toEqual(['cycle: contracts/a.ts -> contracts/b.ts -> contracts/a.ts'])
  })

  it('are red when there is nothing to look at', () => {
    expect(complaints(new Map())).toHaveLength(1)
  })

  it('know a test by its name', () => {
    expect(layerOf('contracts/a.test.ts')).toBe('tests')
  })
})
