import type { DsveFault } from '../fault.ts'

/** Everything that a bank of ours may get wrong when a megler asks. */
export const faults: readonly DsveFault[] = []
