import type { KonkursFault } from '../fault.ts'

/** Everything that the reference bank can get wrong as Brreg's client. */
export const faults: readonly KonkursFault[] = []
