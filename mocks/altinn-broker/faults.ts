import type { NamedFault } from './fault.ts'
import { downloadFaults } from './faults/downloads.ts'
import { eventFaults } from './faults/events.ts'
import { trafficFaults } from './faults/traffic.ts'
import { uploadFaults } from './faults/uploads.ts'

/** How the broker can be made wrong, or awkward within its rights (dsve.md 1.11). Each replaces a part or a setting. */

export const brokerFaults: Readonly<Record<string, NamedFault>> = {
  ...eventFaults,
  ...uploadFaults,
  ...downloadFaults,
  ...trafficFaults,
}
