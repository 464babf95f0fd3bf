import type { KfrStimulus } from '../../../contracts/kfr/stimuli.ts'
import type { KfrFixture } from '../../../contracts/kfr-rapportering/customers.ts'
import type { Waited } from '../../../contracts/report/evidence.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import type { Done } from '../../kit/ask/witness.ts'
import type { Happened } from '../happen.ts'
import { type Delivery, untilDelivered } from '../patience.ts'
import { rhythmOf } from '../rhythm.ts'
import { isAbout, isDone } from '../sightings.ts'

/** How the register is made to refuse and to fail, and what is waited for afterwards. */

type Order = Omit<Extract<KfrStimulus, { does: 'fails' }>, 'party'>

export const failing = (customer: KfrFixture, how: Order['how'], on: Order['on'] = 'add'): Order => ({
  does: 'fails',
  on,
  how,
  customer,
})
export const times = (count: number, order: Order): Order => ({ ...order, times: count })

/** Those about customers whom the participant has. */
export async function make(
  stage: Stage,
  ...stimuli: readonly (Order | { does: 'loses'; customer: KfrFixture })[]
): Promise<void> {
  for (const stimulus of stimuli)
    if (stage.target.fixtures[stimulus.customer as KfrFixture] !== undefined)
      await stage.tell('stimulate', { stimulus: { party: 'kfr', ...stimulus } })
}

/** Waits until what happened was reported with success. Null where nothing is known to have happened. */
export async function delivered(
  stage: Stage,
  happened: readonly Happened[],
  operation: 'add' | 'end' = 'add',
): Promise<Delivery | null> {
  const those = happened.flatMap(({ event: { about, reports }, by }) =>
    about !== null && reports === operation && by !== null && isKnown(by) ? [about] : [],
  )
  if (those.length === 0) return null
  const { reportMs, silenceMs, retryMs } = rhythmOf(stage.target)
  return untilDelivered(
    stage,
    `${those.join(', ')} to be reported with success`,
    (all) => those.every((one) => all.some((sighting) => isAbout(one, operation)(sighting) && isDone(sighting))),
    reportMs + silenceMs + retryMs,
  )
}

export const isKnown = (by: Answer | Done) => ('exchange' in by ? by.status === 200 : (by.record.outcome as Waited).met)

/** Of the account that a hook has opened; null where none did. */
export function numberIn(one: Happened | undefined): string | null {
  const by = one?.by
  if (by === null || by === undefined || !('exchange' in by)) return null
  const { accountIdentifier } = ((by as Answer).body ?? {}) as { readonly accountIdentifier?: unknown }
  return typeof accountIdentifier === 'string' ? accountIdentifier : null
}
