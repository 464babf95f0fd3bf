import type { Wrong } from '../fault.ts'
import type { Parts } from './parts.ts'

/** One thing that a bank gets wrong as reporter to the register. */
export type KfrFault = Wrong<Parts>

export const defineFault = (fault: KfrFault): KfrFault => fault
