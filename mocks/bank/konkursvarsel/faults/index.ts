import type { KonkursFault } from '../fault.ts'
import { couplingFaults } from './coupling.ts'
import { detailFaults } from './details.ts'
import { matchingFaults } from './matching.ts'
import { openingFaults } from './opening.ts'
import { otherTypeFaults } from './other-types.ts'
import { pollingFaults } from './polling.ts'
import { slettingFaults } from './sletting.ts'
import { transportFaults } from './transport.ts'
import { watermarkFaults } from './watermark.ts'

/** Everything that the reference bank can get wrong as Brreg's client. */
export const faults: readonly KonkursFault[] = [
  ...transportFaults,
  ...pollingFaults,
  ...watermarkFaults,
  ...matchingFaults,
  ...detailFaults,
  ...openingFaults,
  ...slettingFaults,
  ...otherTypeFaults,
  ...couplingFaults,
]
