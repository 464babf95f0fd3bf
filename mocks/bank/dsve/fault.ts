import type { Wrong } from '../fault.ts'
import type { Parts } from './parts.ts'

/** One thing that a bank gets wrong when it is asked for restgjeld or innfrielsessaldo. */
export type DsveFault = Wrong<Parts>

export const defineFault = (fault: DsveFault): DsveFault => fault
