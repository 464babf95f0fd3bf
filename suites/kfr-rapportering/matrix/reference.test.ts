import { describe, expect, it } from 'vitest'
import { loadChecks } from '../../checks.ts'
import { knownFaults } from '../../targets/faults.ts'
import besides from './besides.json' with { type: 'json' }

const area = 'kfr-rapportering'
const checks = await loadChecks([area])
const faults = knownFaults.filter((fault) => fault.area === area)

describe('a check', () => {
  // What is ours alone only warns, and so does what a fault tolerates.
  it.each(checks.map(({ verifies }) => verifies))('%s has met a bank that breaks it', (id) => {
    const met = faults.filter(({ violates, tolerates }) => [...violates, ...tolerates].includes(id))
    expect(
      met.map((fault) => fault.id),
      `${id} has no fault: add one to mocks/bank/kfr/faults`,
    ).not.toEqual([])
  })
})

describe('what faults do besides', () => {
  it('is on record for known faults only', () => {
    const known = new Set(faults.map(({ id }) => id))
    expect(Object.keys(besides).filter((id) => !known.has(id))).toEqual([])
  })
})
