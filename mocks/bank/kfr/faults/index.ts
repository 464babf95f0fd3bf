import type { KfrFault } from '../fault.ts'

/** Everything that the reference bank can get wrong as reporter. */
export const faults: readonly KfrFault[] = []
