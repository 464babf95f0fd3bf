import type { Wrong } from '../fault.ts'
import type { Parts } from './parts.ts'

/** One thing that a bank gets wrong when it is asked for restgjeld or innfrielsessaldo. */
export interface DsveFault extends Wrong<Parts> {
  /** It shows when the bank hears of requests by event, and not only where it looks. */
  readonly hearsEvents?: true
}

export const defineFault = (fault: DsveFault): DsveFault => fault
