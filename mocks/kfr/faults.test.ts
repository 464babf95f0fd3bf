import { describe, expect, it } from 'vitest'
import register from '../../contracts/kfr-register/requirements/rows.json' with { type: 'json' }
import { partyFault } from '../faults.ts'
import { kfrFaults } from './faults.ts'

/** Rows that no fault of a register could show: what a register does in its own house, or over months. */
const without = ['KFRO-063', 'KFRO-068', 'KFRO-071', 'KFRO-072', 'KFRO-075', 'KFRO-077', 'KFRO-078']

describe('the faults of the register', () => {
  it('break every row that can be seen, and no row that there is not', () => {
    const broken = new Set(Object.values(kfrFaults).flatMap(({ violates }) => violates))
    const rows = register.map(({ id }) => id)
    expect(rows.filter((id) => !broken.has(id))).toEqual(without)
    expect([...broken].filter((id) => !rows.includes(id))).toEqual([])
  })

  it('tell of what they break, and are known to whoever starts the parties', () => {
    for (const [id, { story, violates }] of Object.entries(kfrFaults)) {
      const known = partyFault(`kfr-${id}`)
      expect(known.party).toBe('kfr')
      expect(story).toMatch(/^\w.*\.$/)
      for (const row of violates) expect(known.story).toContain(row)
    }
  })
})
