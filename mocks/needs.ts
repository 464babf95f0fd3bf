import { type PartyName, partyNames } from '../contracts/control/protocol.ts'

/** Who cannot stand alone. */
const needs: Readonly<Partial<Record<PartyName, readonly PartyName[]>>> = {
  'altinn-broker': ['maskinporten'],
  kfr: ['maskinporten'],
  megler: ['maskinporten', 'altinn-broker', 'akeldo'],
}

/** Those and whom they need, each after whom it needs. */
export function withNeeded(chosen: readonly PartyName[]): readonly PartyName[] {
  const all = new Set(chosen.flatMap((name) => [name, ...(needs[name] ?? [])]))
  return partyNames.filter((name) => all.has(name))
}
