import { usualIngestPerSecond } from '../../contracts/kfr/operations.ts'
import {
  type OperatorProfile,
  usualBatchEntries,
  usualBatchStartSeconds,
  usualVisibleSeconds,
} from '../../contracts/kfr-register/operator.ts'

/** How long a register may take until what it has accepted is seen. No document has a figure but that of the batch. */

export const visibleMs = ({ visibleWithinSeconds = usualVisibleSeconds }: OperatorProfile): number =>
  visibleWithinSeconds * 1000

export const entriesOf = ({ batchEntries = usualBatchEntries }: OperatorProfile): number => batchEntries

/** At about 250 a second (ONB D-3). */
export const ingestionMs = (entries: number): number => (entries / usualIngestPerSecond) * 1000

/** A fifth more than that, since the figure is an approximate one; and what looking takes. */
export const readableWithinMs = (entries: number, profile: OperatorProfile): number =>
  ingestionMs(entries) * 1.2 + visibleMs(profile) + lookingMs

/**
 * The same, and what may pass before the first of it is stored: no document says that ingestion begins at once, only how
 * quick it is. For whatever asks whether it is stored, and not how soon.
 */
export const storedWithinMs = (entries: number, profile: OperatorProfile): number =>
  readableWithinMs(entries, profile) + (profile.batchStartSeconds ?? usualBatchStartSeconds) * 1000

/** Between two looks, and the call itself. */
const lookingMs = 3000
