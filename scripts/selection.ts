import { nearestIds, register, requirement } from '../contracts/register.ts'
import { type Area, areas } from '../contracts/requirement.ts'
import type { Rows } from '../suites/kit/run/results.ts'
import { usageError } from './cli/exit.ts'
import { oneOrMore } from './cli/options.ts'

/** Areas that a run without --area speaks of. Those without checks are chosen by name, and so is ytelse, which takes minutes. */
const builtAreas: readonly Area[] = ['kontrollinformasjon']

interface Selection extends Rows {
  readonly areas: readonly Area[]
  /** Where the checks stand, those of twins in other areas included. */
  readonly checkAreas: readonly Area[]
}

/** Which rows are told of, and which of them are asked about. */
export function selectRows(values: { area?: string; only?: string }, positionals: readonly string[]): Selection {
  if (positionals.length > 0) throw usageError(`"${positionals[0]}" is one word too many; requirements go into --only`)
  const only = values.only?.split(',').map((id) => knownId(id.trim()))
  const chosen = values.area === undefined ? areasOf(only) : oneOrMore('area', values.area, areas)
  for (const id of only ?? []) insist(id, chosen)
  if (chosen.includes('kfr-register') && chosen.length > 1)
    throw usageError('kfr-register judges the operator of a register, and the other areas a bank: run it by itself')
  const wanted = only === undefined ? null : new Set(only.flatMap((id) => [id, ...(requirement(id)?.sameAs ?? [])]))
  const twins = only === undefined ? [] : [...(wanted ?? [])]
  return {
    areas: chosen,
    checkAreas: [...new Set([...chosen, ...areasOf(twins)])],
    requirements: register.filter(({ area }) => chosen.includes(area)),
    isSelected: (id) => wanted === null || wanted.has(id),
  }
}

function areasOf(only: readonly string[] | undefined): readonly Area[] {
  if (only === undefined) return builtAreas
  return [...new Set(only.map((id) => requirement(id)?.area).filter((area) => area !== undefined))]
}

export function knownId(id: string): string {
  if (requirement(id) !== undefined) return id
  const guesses = nearestIds(id)
  const hint = guesses.length > 0 ? `did you mean ${guesses.join(' or ')}?` : 'samsvar list shows all'
  throw usageError(`there is no requirement "${id}"; ${hint}`)
}

function insist(id: string, chosen: readonly Area[]): void {
  const area = requirement(id)?.area
  if (area !== undefined && !chosen.includes(area))
    throw usageError(`${id} belongs to the area ${area}, which --area leaves out`)
}
