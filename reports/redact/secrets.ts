import { createGate, type Gate } from './gate.ts'
import { treatmentOf } from './kinds.ts'

/** A configuration with its identifiers and without its secrets: whoever may read the evidence needs no key of the bank's. */
export function withoutSecrets(
  config: Readonly<Record<string, unknown>>,
  secrets: readonly string[],
): Readonly<Record<string, unknown>> {
  return walk(createGate({ known: { identifiers: [], secrets }, harmless: [] }), config) as Record<string, unknown>
}

function walk(gate: Gate, value: unknown, name = ''): unknown {
  if (typeof value === 'string') return treatmentOf(name) === 'secret' ? '{secret}' : gate.own(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => walk(gate, item, name))
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, walk(gate, member, key)]))
}
