import type { KfrFault } from '../fault.ts'
import { accessFaults } from './access.ts'
import { batchFaults } from './batch.ts'
import { comparisonFaults } from './comparison.ts'
import { endFaults } from './ends.ts'
import { formFaults } from './form.ts'
import { lawfulFaults } from './lawful.ts'
import { reportingFaults } from './reporting.ts'
import { tokenFaults } from './tokens.ts'
import { troubleFaults } from './trouble.ts'

/** Everything that the reference bank can get wrong as reporter. */
export const faults: readonly KfrFault[] = [
  ...tokenFaults,
  ...accessFaults,
  ...reportingFaults,
  ...endFaults,
  ...troubleFaults,
  ...formFaults,
  ...batchFaults,
  ...comparisonFaults,
  ...lawfulFaults,
]
