import { describe, expect, it } from 'vitest'
import { faultById, faults } from './index.ts'

/** What a fault says of itself. What it does, the matrix of the area holds (`suites/kontrollinformasjon/matrix`). */
describe('every fault', () => {
  it('has an id of its own, a story and a requirement', () => {
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length)
    for (const { id, story, violates, tolerates = [] } of faults) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(story).toMatch(/^[A-Z].*\.$/)
      expect([...violates, ...tolerates].length).toBeGreaterThan(0)
    }
  })

  it('is found by its id, and a mistyped one names the nearest', () => {
    for (const fault of faults) expect(faultById(fault.id)).toBe(fault)
    expect(() => faultById('ignore-expiry')).toThrow(/did you mean ignores-expiry/)
    expect(() => faultById('?')).toThrow(/known are/)
  })
})
