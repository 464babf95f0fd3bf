import type { DsveFault } from '../fault.ts'
import { decidingFaults } from './deciding.ts'
import { fetchingFaults } from './fetching.ts'
import { readingFaults } from './reading.ts'
import { replyFaults } from './replies.ts'
import { sendingFaults } from './sending.ts'

/** Everything that a bank of ours may get wrong when a megler asks. */
export const faults: readonly DsveFault[] = [
  ...fetchingFaults,
  ...readingFaults,
  ...sendingFaults,
  ...decidingFaults,
  ...replyFaults,
]
