import type { KfrFault } from '../fault.ts'
import { accessFaults } from './access.ts'
import { batchFaults } from './batch.ts'
import { comparisonFaults } from './comparison.ts'
import { reportingFaults } from './reporting.ts'
import { troubleFaults } from './trouble.ts'

/** Everything that the reference bank can get wrong as reporter. */
export const faults: readonly KfrFault[] = [
  ...accessFaults,
  ...reportingFaults,
  ...troubleFaults,
  ...batchFaults,
  ...comparisonFaults,
]
