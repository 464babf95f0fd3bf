import type { ReporterOperation } from '../../contracts/kfr/operations.ts'
import type { KfrStimulus } from '../../contracts/kfr/stimuli.ts'
import { createInForce } from '../in-force.ts'

/** What the register was made to do, until it is calm. */

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
  const inForce = createInForce<KfrStimulus>()
  const { add, calm, last } = inForce
  return {
    add,
    calm,
    is: (does) => last(does) !== undefined,
    knows: (customer) =>
      inForce.all().some((one) => one.does === 'knows-already' && (one.customer ?? customer) === customer),
    delayMs: () => last('delays')?.ms ?? 0,
    perSecond: () => last('ingests')?.perSecond,
    presents: () => last('presents')?.certificate ?? null,
    fails: (on, customer) =>
      inForce.fails(
        (order) =>
          (order.on === 'any' || order.on === on) && (order.customer === undefined || order.customer === customer),
      ),
  }
}
