import { expect, it } from 'vitest'
import { damages } from '../../../../contracts/dsve/damages/all.ts'
import { register, requirement } from '../../../../contracts/register.ts'
import { idOf } from './damaged.ts'
import { faults } from './index.ts'
import { notHere, possibleDamages } from './replies.ts'

it('have names of their own, and break rows of the area', () => {
  expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length)
  for (const { id, violates, tolerates = [] } of faults) {
    const rows = [...violates, ...tolerates]
    expect(rows.length, id).toBeGreaterThan(0)
    expect(rows.filter((row) => requirement(row)?.area !== 'dsve')).toEqual([])
  }
})

it('break every row that a bank can break, and a megler see', () => {
  // What no bank can do wrong, and what the broker or AKELDO answer for (contracts/dsve/requirements/unobservable.ts).
  const free = register.filter(({ area, level }) => area === 'dsve' && level === 'MAY').map(({ id }) => id)
  const broken = new Set(faults.flatMap(({ violates, tolerates = [] }) => [...violates, ...tolerates]))
  const left = register
    .filter(({ area, unobservable }) => area === 'dsve' && unobservable === null)
    .map(({ id }) => id)
    .filter((id) => !broken.has(id) && !free.includes(id))
  expect(left).toEqual([])
})

it('in replies are more than a hundred damages, and all but those that are named', () => {
  expect(possibleDamages.length).toBeGreaterThan(100)
  const ids = damages.map(idOf)
  expect([...notHere].filter((id) => !ids.includes(id))).toEqual([])
})
