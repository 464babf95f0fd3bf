import type { Content } from '../../../contracts/report/evidence.ts'
import type { ServiceLevel } from '../../../contracts/ytelse/service-level.ts'
import type { Request } from '../ask/request.ts'

/** What load is made of: any participant that is asked over HTTP can be driven by one. */
export interface Scenario {
  /** Names its windows; permanent, like an id. */
  readonly name: string
  readonly level: ServiceLevel
  readonly kinds: readonly ScenarioKind[]
  /**
   * The same kinds with as many questions, asked for anew: references and links to pages may not live as long as a
   * window. Null when that did not succeed, and everything stays as it is.
   *
   * @param pause before each question that is put for it: while a window goes on, it comes on top of the agreed rate
   */
  readonly renew?: (pause: Pause) => Promise<readonly ScenarioKind[] | null>
  /** Within a window its questions last: they are renewed before the next one only. Left out means no. */
  readonly lastsForWindow?: boolean
}

export type Pause = () => Promise<void>

export interface ScenarioKind {
  readonly name: string
  /** Of so many requests of each round. */
  readonly weight: number
  /** The other job that goes on at the same time, which is not judged for its latency. */
  readonly isJob: boolean
  /** Asked in turn; one at least. */
  readonly questions: readonly ScenarioQuestion[]
}

/** Says `differs` of what is no answer at all: it then counts like one that broke off. */
export const unreadable = 'nothing that can be read'

export interface ScenarioQuestion {
  readonly request: Request
  /** What is different from the answer in calm, in words of ours; null when nothing is. */
  readonly differs: (content: Content) => string | null
  /** Bytes of the answer in calm: large ones are compared now and then only. */
  readonly bytes: number
}
