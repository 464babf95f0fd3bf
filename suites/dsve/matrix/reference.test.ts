import { describe, expect, it } from 'vitest'
import { register } from '../../../contracts/register.ts'
import { idOf } from '../../../mocks/bank/dsve/faults/damaged.ts'
import { possibleDamages } from '../../../mocks/bank/dsve/faults/replies.ts'
import { loadChecks } from '../../checks.ts'
import { knownFaults } from '../../targets/faults.ts'
import { unrelated } from '../../testing/matrix.ts'
import besides from './besides.json' with { type: 'json' }

const area = 'dsve'
const checks = await loadChecks([area])
const rows = register.filter((row) => row.area === area)
const faults = knownFaults.filter((fault) => fault.area === area)
/** What a bank may do, and nobody may punish: no fault can break it. */
const freedoms = new Set(rows.filter(({ level }) => level === 'MAY').map(({ id }) => id))

it('every row has one check, or a reason why there is none', () => {
  const checked = checks.map(({ verifies }) => verifies)
  const unseen = rows.filter(({ unobservable }) => unobservable !== null).map(({ id }) => id)
  expect([...checked, ...unseen].toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
})

describe('a check', () => {
  it.each(checks.map(({ verifies }) => verifies).filter((id) => !freedoms.has(id)))(
    '%s has met a bank that breaks it',
    (id) => {
      const met = faults.filter(({ violates, tolerates }) => [...violates, ...tolerates].includes(id))
      expect(
        met.map((fault) => fault.id),
        `${id} has no fault: add one to mocks/bank/${area}/faults`,
      ).not.toEqual([])
    },
  )
})

// What damage breaks together is held by contracts/dsve/damages.
const damaged = new Set(possibleDamages.map(idOf))

describe('a fault', () => {
  it.each(faults.filter(({ id }) => !damaged.has(id)).map((fault) => [fault.id, fault] as const))(
    '%s breaks only what belongs together',
    (_id, fault) => expect(unrelated(fault)).toEqual([]),
  )
})

describe('what faults do besides', () => {
  it('is on record for known faults only', () => {
    const known = new Set(faults.map(({ id }) => id))
    expect(Object.keys(besides).filter((id) => !known.has(id))).toEqual([])
  })
})
