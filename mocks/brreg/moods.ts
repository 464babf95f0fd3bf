import type { BrregStimulus, Failure } from '../../contracts/konkursvarsel/stimuli.ts'
import { createInForce } from '../in-force.ts'
import type { Presentation } from '../tls/presentations.ts'
import type { Manners } from './manners.ts'

/** What Brreg was made to do, until it is calm. */

export interface Failing {
  readonly how: Failure
  /** Seconds. */
  readonly retryAfter?: number
}

export type HrefForm = Extract<BrregStimulus, { does: 'links' }>['href']

export interface Moods {
  add(stimulus: BrregStimulus): void
  calm(): void
  outage(): boolean
  delayMs(): number
  links(): HrefForm | null
  presents(): Presentation | null
  /** How this answer fails; null when it does not. Each call is one of the times that were ordered. */
  fails(on: 'list' | 'detail', notice?: string): Failing | null
  /** As far as a stimulus changes them. */
  manners(): Partial<Pick<Manners, 'comparison' | 'order' | 'emptyList'>>
}

export function createMoods(): Moods {
  const inForce = createInForce<BrregStimulus>()
  const { add, calm, last } = inForce
  return {
    add,
    calm,
    outage: () => last('outage') !== undefined,
    delayMs: () => last('delays')?.ms ?? 0,
    links: () => last('links')?.href ?? null,
    presents: () => last('presents')?.certificate ?? null,
    fails: (on, notice) =>
      inForce.fails((order) => order.on === on && (order.notice === undefined || order.notice === notice)),
    manners() {
      const order = last('orders')?.order
      const emptyList = last('lists-nothing-as')?.form
      return {
        ...(last('compares-inclusively') === undefined ? {} : { comparison: 'inclusive' as const }),
        ...(order === undefined ? {} : { order }),
        ...(emptyList === undefined ? {} : { emptyList }),
      }
    },
  }
}
