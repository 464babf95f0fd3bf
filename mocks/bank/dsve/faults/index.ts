import type { DsveFault } from '../fault.ts'
import { decidingFaults } from './deciding.ts'
import { fetchingFaults } from './fetching.ts'
import { openingFaults } from './opening.ts'
import { readingFaults } from './reading.ts'
import { rememberingFaults } from './remembering.ts'
import { replyFaults } from './replies.ts'
import { sendingFaults } from './sending.ts'

/** Everything that a bank of ours may get wrong when a megler asks. */
export const faults: readonly DsveFault[] = [
  ...fetchingFaults,
  ...openingFaults,
  ...readingFaults,
  ...sendingFaults,
  ...decidingFaults,
  ...rememberingFaults,
  ...replyFaults,
]
