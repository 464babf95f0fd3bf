import { requirement } from '../../contracts/register.ts'
import type { Area } from '../../contracts/requirement.ts'
import { faults as dsveFaults } from '../../mocks/bank/dsve/faults/index.ts'
import type { Wrong } from '../../mocks/bank/fault.ts'
import { faults as kfrFaults } from '../../mocks/bank/kfr/faults/index.ts'
import { faults as konkursFaults } from '../../mocks/bank/konkursvarsel/faults/index.ts'
import { faults as accountFaults } from '../../mocks/bank/kontrollinformasjon/faults/index.ts'
import { loadFaults } from '../../mocks/bank/ytelse/faults.ts'
import { hostileIds } from './hostile.ts'
import { registerFaults, registerLoadFaults } from './register-faults.ts'

/** The faults of the reference bank, as commands and tests speak of them. */
export interface KnownFault {
  readonly id: string
  /** Whose checks it is made for. */
  readonly area: Area
  readonly story: string
  /** Every row that is breached, twins included. */
  readonly violates: readonly string[]
  /** Every row that only warns, because the documents leave room; twins included. */
  readonly tolerates: readonly string[]
}

type Made = Pick<Wrong<object>, 'id' | 'story' | 'violates' | 'tolerates'>

const withTwins = (ids: readonly string[]) => [
  ...new Set(ids.flatMap((id) => [id, ...(requirement(id)?.sameAs ?? [])])),
]

const known =
  (area: Area) =>
  ({ id, story, violates, tolerates = [] }: Made): KnownFault => ({
    id,
    area,
    story,
    violates: withTwins(violates),
    tolerates: withTwins(tolerates),
  })

export const knownFaults: readonly KnownFault[] = [
  ...accountFaults.map(known('kontrollinformasjon')),
  ...konkursFaults.map(known('konkursvarsel')),
  ...dsveFaults.map(known('dsve')),
  ...registerFaults.map(known('kfr-register')),
  ...kfrFaults.map(known('kfr-rapportering')),
]

const underLoad = (area: Area, { id, story, violates }: Made): KnownFault => ({
  id,
  area,
  story,
  violates,
  tolerates: [],
})

/** What is wrong under load only; these meet the checks of performance, and a share that is allowed breaks nothing. */
export const knownLoadFaults: readonly KnownFault[] = [
  ...loadFaults.map((fault) => underLoad('ytelse', fault)),
  ...registerLoadFaults.map((fault) => underLoad('kfr-register', fault)),
]

/** All that `--fault` takes: hostile banks, too, which are no part of the matrix. */
export const faultIds: readonly string[] = [
  ...knownFaults.map(({ id }) => id),
  ...knownLoadFaults.map(({ id }) => id),
  ...hostileIds,
]
