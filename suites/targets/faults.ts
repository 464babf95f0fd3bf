import { requirement } from '../../contracts/register.ts'
import { faults } from '../../mocks/bank/kontrollinformasjon/faults/index.ts'
import { loadFaults } from '../../mocks/bank/ytelse/faults.ts'
import { hostileIds } from './hostile.ts'

/** The faults of the reference bank, as commands and tests speak of them. */
export interface KnownFault {
  readonly id: string
  readonly story: string
  /** Every row that is breached, twins included. */
  readonly violates: readonly string[]
  /** Every row that only warns, because the documents leave room; twins included. */
  readonly tolerates: readonly string[]
}

const withTwins = (ids: readonly string[]) => [
  ...new Set(ids.flatMap((id) => [id, ...(requirement(id)?.sameAs ?? [])])),
]

export const knownFaults: readonly KnownFault[] = faults.map(({ id, story, violates, tolerates = [] }) => ({
  id,
  story,
  violates: withTwins(violates),
  tolerates: withTwins(tolerates),
}))

/** What is wrong under load only; these meet the checks of performance, and a share that is allowed breaks nothing. */
export const knownLoadFaults: readonly KnownFault[] = loadFaults.map(({ id, story, violates }) => ({
  id,
  story,
  violates,
  tolerates: [],
}))

/** All that `--fault` takes: hostile banks, too, which are no part of the matrix. */
export const faultIds: readonly string[] = [
  ...knownFaults.map(({ id }) => id),
  ...knownLoadFaults.map(({ id }) => id),
  ...hostileIds,
]
