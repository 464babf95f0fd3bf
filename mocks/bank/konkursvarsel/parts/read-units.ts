import type { Client, Detail, Item } from '../model.ts'
import { membersOf } from './decode.ts'

/**
 * The units that are one with a personal debtor, ENK and TVAM alike (KV-045, KV-046): those that the detail names and
 * those that the bank knows of. Of a company nobody else is touched (KV-044).
 */
export function readUnits({ settings, world }: Client, { debtor }: Item, detail: Detail): readonly string[] {
  if (!isPerson(debtor)) return []
  const named = detail[settings.unitsKey]
  const told = (Array.isArray(named) ? named : [])
    .map((unit) => membersOf(unit)[settings.unitKey])
    .filter((number) => typeof number === 'string')
  const known = world.ties.filter(({ is, to }) => to === debtor && (is === 'ENK' || is === 'TVAM')).map(({ of }) => of)
  return [...new Set([...told, ...known])]
}

export const isPerson = (debtor: string): boolean => /^\d{11}$/.test(debtor)
