import type { NamedFault } from './fault.ts'
import { accessFaults } from './faults/access.ts'
import { batchFaults } from './faults/batch.ts'
import { keepingFaults } from './faults/keeping.ts'
import { lifeFaults } from './faults/life.ts'
import { paceFaults } from './faults/pace.ts'
import { providerFaults } from './faults/provider.ts'
import { ownFaults, relationshipFaults } from './faults/relationships.ts'
import { reportingFaults } from './faults/reporting.ts'

/** How the register can be made wrong, or other within its rights. Each replaces parts or settings. */

export const kfrFaults: Readonly<Record<string, NamedFault>> = {
  ...accessFaults,
  ...reportingFaults,
  ...batchFaults,
  ...ownFaults,
  ...relationshipFaults,
  ...providerFaults,
  ...lifeFaults,
  ...keepingFaults,
  ...paceFaults,
}
