import type { NamedFault } from './fault.ts'
import { accessFaults } from './faults/access.ts'
import { answerFaults } from './faults/answers.ts'
import { batchFaults } from './faults/batch.ts'
import { keepingFaults } from './faults/keeping.ts'
import { lifeFaults } from './faults/life.ts'
import { ownFaults } from './faults/own.ts'
import { paceFaults } from './faults/pace.ts'
import { providerFaults } from './faults/provider.ts'
import { questionFaults } from './faults/questions.ts'
import { rowFaults } from './faults/rows.ts'
import { singleFaults } from './faults/single.ts'

/** How the register can be made wrong, or other within its rights. Each replaces parts or settings. */

export const kfrFaults: Readonly<Record<string, NamedFault>> = {
  ...accessFaults,
  ...singleFaults,
  ...answerFaults,
  ...batchFaults,
  ...ownFaults,
  ...rowFaults,
  ...questionFaults,
  ...providerFaults,
  ...lifeFaults,
  ...keepingFaults,
  ...paceFaults,
}
