import type { BrregStimulus, Failure } from '../../contracts/konkursvarsel/stimuli.ts'
import type { Presentation } from '../tls/presentations.ts'
import type { Manners } from './manners.ts'

/** What Brreg was made to do, until it is calm. Several may be in force at once; of two that say the same, the later counts. */

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

type Fails = Extract<BrregStimulus, { does: 'fails' }>

export function createMoods(): Moods {
  let inForce: BrregStimulus[] = []
  const left = new Map<Fails, number>()
  const last = <Does extends BrregStimulus['does']>(does: Does) =>
    inForce.findLast((one): one is Extract<BrregStimulus, { does: Does }> => one.does === does)
  return {
    add(stimulus) {
      inForce.push(stimulus)
      if (stimulus.does === 'fails') left.set(stimulus, stimulus.times ?? Number.POSITIVE_INFINITY)
    },
    calm() {
      inForce = []
      left.clear()
    },
    outage: () => last('outage') !== undefined,
    delayMs: () => last('delays')?.ms ?? 0,
    links: () => last('links')?.href ?? null,
    presents: () => last('presents')?.certificate ?? null,
    fails(on, notice) {
      for (const [order, times] of left) {
        if (times === 0 || order.on !== on) continue
        if (order.notice !== undefined && order.notice !== notice) continue
        left.set(order, times - 1)
        return order
      }
      return null
    },
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
