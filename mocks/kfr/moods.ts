import type { ReporterOperation } from '../../contracts/kfr/operations.ts'
import type { KfrStimulus } from '../../contracts/kfr/stimuli.ts'

/** What the register was made to do, until it is calm. Of two that say the same, the later counts. */

type Does<D extends KfrStimulus['does']> = Extract<KfrStimulus, { does: D }>

export interface Moods {
  add(stimulus: KfrStimulus): void
  calm(): void
  is(does: 'outage' | 'kar-outage' | 'adds-members'): boolean
  /** Whether a first report of that customer, a fixture or not, is answered as a repeated one. */
  knows(customer: string | undefined): boolean
  delayMs(): number
  /** Undefined where the usual pace is kept. */
  perSecond(): number | null | undefined
  presents(): Does<'presents'>['certificate'] | null
  /** How this answer fails; null when it does not. Each call is one of the times that were ordered. */
  fails(on: ReporterOperation, customer: string | undefined): Does<'fails'> | null
}

export function createMoods(): Moods {
  let inForce: KfrStimulus[] = []
  const left = new Map<Does<'fails'>, number>()
  const last = <D extends KfrStimulus['does']>(does: D) =>
    inForce.findLast((one): one is Does<D> & KfrStimulus => one.does === does)
  return {
    add(stimulus) {
      inForce.push(stimulus)
      if (stimulus.does === 'fails') left.set(stimulus, stimulus.times ?? Number.POSITIVE_INFINITY)
    },
    calm() {
      inForce = []
      left.clear()
    },
    is: (does) => last(does) !== undefined,
    knows: (customer) => inForce.some((one) => one.does === 'knows-already' && (one.customer ?? customer) === customer),
    delayMs: () => last('delays')?.ms ?? 0,
    perSecond: () => last('ingests')?.perSecond,
    presents: () => last('presents')?.certificate ?? null,
    fails(on, customer) {
      for (const [order, times] of left) {
        if (times === 0 || (order.on !== 'any' && order.on !== on)) continue
        if (order.customer !== undefined && order.customer !== customer) continue
        left.set(order, times - 1)
        return order
      }
      return null
    },
  }
}
