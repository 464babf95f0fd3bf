import { describe, expect, it } from 'vitest'
import { closeRelations } from './relations.ts'

const ids = ['A', 'B', 'C', 'D', 'E', 'F']
const why = 'because'

describe('closeRelations', () => {
  it('makes twins of twins', () => {
    const closed = closeRelations(ids, {
      sameAs: [
        { rows: ['C', 'B'], why },
        { rows: ['A', 'C'], why },
      ],
      implies: [],
    })
    expect(closed.of('A')).toEqual({ sameAs: ['B', 'C'], implies: [] })
    expect(closed.of('B').sameAs).toEqual(['A', 'C'])
    expect(closed.of('D')).toEqual({ sameAs: [], implies: [] })
  })

  it('follows every step, also through twins, in the order of the rows', () => {
    const closed = closeRelations(ids, {
      sameAs: [{ rows: ['B', 'E'], why }],
      implies: [
        { these: ['A'], imply: ['B'], why },
        { these: ['E'], imply: ['D', 'C'], why },
      ],
    })
    expect(closed.of('A').implies).toEqual(['B', 'C', 'D', 'E'])
    expect(closed.of('B').implies).toEqual(['C', 'D'])
    expect(closed.of('E').implies).toEqual(['C', 'D'])
    expect(closed.of('C').implies).toEqual([])
    expect(closed.problems).toEqual([])
  })

  it('finds rows that imply themselves, directly, in a circle and through a twin', () => {
    const circle = [
      { these: ['A'], imply: ['B'], why },
      { these: ['B'], imply: ['A'], why },
      { these: ['C'], imply: ['D'], why },
      { these: ['F'], imply: ['F'], why },
    ]
    const closed = closeRelations(ids, { sameAs: [{ rows: ['C', 'D'], why }], implies: circle })
    expect(closed.problems).toHaveLength(4)
    expect(closed.problems.join()).toContain('C = D implies itself')
  })
})
