import { type Parts, parts } from './parts.ts'
import type { BrokerSettings } from './settings.ts'

/** How the broker is wrong, or awkward within its rights: other parts, other settings, or both. */
export interface BrokerFault {
  readonly replaces?: Partial<Parts>
  readonly settings?: Partial<BrokerSettings>
}

export interface NamedFault extends BrokerFault {
  readonly story: string
}

/** Of two that replace the same part, the later one counts. */
export function partsWith(faults: readonly BrokerFault[]): {
  readonly parts: Parts
  readonly settings: Partial<BrokerSettings>
} {
  return {
    parts: Object.assign({}, parts, ...faults.map(({ replaces }) => replaces)),
    settings: Object.assign({}, ...faults.map(({ settings }) => settings)),
  }
}
