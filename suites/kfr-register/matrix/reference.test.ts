import { describe, expect, it } from 'vitest'
import { requirement } from '../../../contracts/register.ts'
import { loadChecks } from '../../checks.ts'
import { knownFaults, knownLoadFaults } from '../../targets/faults.ts'
import besides from './besides.json' with { type: 'json' }

const area = 'kfr-register'
const checks = await loadChecks([area])
const faults = [...knownFaults, ...knownLoadFaults].filter((fault) => fault.area === area)

describe('a check', () => {
  it.each(checks.map(({ verifies }) => verifies))('%s has met a register that breaks it first of all', (id) => {
    const met = faults.filter(({ violates }) => violates[0] === id).map((fault) => fault.id)
    expect(met, `${id} has no fault: add one to mocks/kfr/faults`).not.toEqual([])
  })
})

describe('a row', () => {
  const rows = checks.map(({ verifies }) => requirement(verifies))
  it('is asked once, and stands for what can be seen', () => {
    expect(new Set(checks.map(({ verifies }) => verifies)).size).toBe(checks.length)
    expect(rows.filter((row) => row?.area !== area || row.unobservable !== null)).toEqual([])
    expect(checks).toHaveLength(71)
  })
})

describe('what faults do besides', () => {
  it('is on record for known faults only', () => {
    const known = new Set(faults.map(({ id }) => id))
    expect(Object.keys(besides).filter((id) => !known.has(id))).toEqual([])
  })
})
