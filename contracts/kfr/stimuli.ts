import type { FixtureName } from '../fixtures.ts'
import type { presentations } from '../konkursvarsel/stimuli.ts'
import type { KfrCode } from './errors.ts'
import type { ReporterOperation } from './operations.ts'

/** What the register is made to do, until it is told to be calm; what it was made to hold or to lose stays so. */

/** How an answer fails. `hang`: nothing comes. `reset`: the connection is cut. */
export const failures = ['400', '401', '403', '404', '429', '500', '503', 'hang', 'reset'] as const
export type KfrFailure = (typeof failures)[number]

export type KfrStimulus = { readonly party: 'kfr' } & (
  | { readonly does: 'outage' }
  /** KAR does not answer, and look-ups by agencies are answered 504. */
  | { readonly does: 'kar-outage' }
  /** Answers to reporters fail so many times (default: until calm), before the register does anything. */
  | {
      readonly does: 'fails'
      readonly on: ReporterOperation | 'any'
      readonly how: KfrFailure
      /** Default: the usual one of the status. */
      readonly code?: KfrCode
      readonly times?: number
      /** Only where the call is about this customer. */
      readonly customer?: FixtureName
      /** Seconds of `Retry-After`, with 429 and 503. */
      readonly retryAfter?: number
    }
  /** Answers 200 to a first report, as if it had known the customer; of everybody where none is named. */
  | { readonly does: 'knows-already'; readonly customer?: FixtureName }
  /** Waits so long before it answers. */
  | { readonly does: 'delays'; readonly ms: number }
  /** Relationships of a batch per second from now on; null is as quick as can be. */
  | { readonly does: 'ingests'; readonly perSecond: number | null }
  /** Bodies have members that nobody knows (KFRB-046). */
  | { readonly does: 'adds-members' }
  | { readonly does: 'presents'; readonly certificate: (typeof presentations)[number] }
  /** The participant's customer stands in the register, whoever reported it. Days; `until` for one that has ended. */
  | { readonly does: 'holds'; readonly customer: FixtureName; readonly since?: string; readonly until?: string }
  /** Nothing of that customer at the participant's stands there any more. */
  | { readonly does: 'loses'; readonly customer: FixtureName }
)
