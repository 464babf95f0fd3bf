import type { NamedFault } from './fault.ts'
import { accessFaults } from './faults/access.ts'
import { answerFaults } from './faults/answers.ts'
import { batchFaults } from './faults/batch.ts'
import { ingestionFaults } from './faults/ingestion.ts'
import { keepingFaults } from './faults/keeping.ts'
import { lifeFaults } from './faults/life.ts'
import { ownFaults } from './faults/own.ts'
import { ownershipFaults } from './faults/ownership.ts'
import { paceFaults } from './faults/pace.ts'
import { providerFaults } from './faults/provider.ts'
import { questionFaults } from './faults/questions.ts'
import { rowFaults } from './faults/rows.ts'
import { scopeFaults } from './faults/scopes.ts'
import { singleFaults } from './faults/single.ts'
import { wayFaults } from './faults/way.ts'

/** How the register can be made wrong, or other within its rights. Each replaces parts or settings. */

export const kfrFaults: Readonly<Record<string, NamedFault>> = {
  ...accessFaults,
  ...scopeFaults,
  ...wayFaults,
  ...singleFaults,
  ...answerFaults,
  ...batchFaults,
  ...ingestionFaults,
  ...ownFaults,
  ...rowFaults,
  ...ownershipFaults,
  ...questionFaults,
  ...providerFaults,
  ...lifeFaults,
  ...keepingFaults,
  ...paceFaults,
}
