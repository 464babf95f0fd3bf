import { type Parts, parts } from './parts.ts'
import type { KfrSettings } from './settings.ts'

/** One thing that a register gets wrong, or does differently within its rights: other parts, other settings, or both. */
export interface KfrFault {
  readonly replaces?: Partial<Parts>
  readonly settings?: Partial<KfrSettings>
}

export interface NamedFault extends KfrFault {
  readonly story: string
  /** Rows that it breaks; empty for one that is lawful. */
  readonly violates: readonly string[]
  /** Rows of what ought to be that it misses, without failing them. */
  readonly tolerates?: readonly string[]
}

/** Of two that replace the same part, the later one counts. */
export function partsWith(faults: readonly KfrFault[]): {
  readonly parts: Parts
  readonly settings: Partial<KfrSettings>
} {
  return {
    parts: Object.assign({}, parts, ...faults.map(({ replaces }) => replaces)),
    settings: Object.assign({}, ...faults.map(({ settings }) => settings)),
  }
}
