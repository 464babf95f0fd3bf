import { minusMonths } from '../../contracts/calendar.ts'
import type { LookedUp } from '../../contracts/kfr/look-up.ts'
import type { KonkursFixture } from '../../contracts/konkursvarsel/debtors.ts'
import { monthsBeforeRuling } from '../../contracts/kontrollinformasjon/profile.ts'
import type { Failed } from '../../contracts/report/evidence.ts'
import type { Stage } from '../kit/ask/stage.ts'
import type { Done, Sighting } from '../kit/ask/witness.ts'
import { rulingOf } from './as-brreg.ts'
import { idOf } from './scene.ts'

/**
 * Where a debtor is a customer, as a bostyrer learns it: bosiden asks the register of customers (SOL step 1). What comes of
 * it speaks of our register alone, so that it is told, and judged by nobody.
 */
interface Found {
  readonly done: Done
  /** Whether the participant is among the banks; null where nobody answered. */
  readonly isNamed: boolean | null
}

/** Milliseconds in which a comparison with the register has come to a report; the hook answers when that is on its way. */
const promptMs = 2000

/**
 * The relationship stands in the register before the bankruptcy: the participant reports it, where it can be asked to
 * compare; otherwise it is a part of the scene. Who reports alone knows what it has reported, and nothing is put in its place.
 */
export async function standsInRegister(stage: Stage, debtor: KonkursFixture): Promise<void> {
  const { target } = stage
  if (target.kfr !== undefined && stage.offers('reconcile')) {
    const { status } = await stage.hook('reconcile', { parties: [idOf(stage, debtor)] })
    if (status === 200) {
      await stage.until(`the register to hear of ${debtor}`, (seen) => seen.some(isKnown(debtor)), promptMs)
      return
    }
  }
  const since = minusMonths(rulingOf(target, debtor), 2 * monthsBeforeRuling)
  await stage.attempt('stimulate', { stimulus: { party: 'kfr', does: 'holds', customer: debtor, since } })
}

/** It has reported, or has found what it reported before. */
const isKnown =
  (debtor: KonkursFixture) =>
  ({ record: { kfr, status } }: Sighting) =>
    kfr?.customer?.fixture === debtor &&
    ((kfr.operation === 'add' && status < 300) || (kfr.operation === 'own' && kfr.named === 1))

export async function lookUp(stage: Stage, debtor: KonkursFixture): Promise<Found> {
  const { target } = stage
  const from = minusMonths(rulingOf(target, debtor), monthsBeforeRuling)
  const done = await stage.attempt('lookUp', { lookUp: { customer: debtor, from } })
  const outcome = done.record.outcome as LookedUp | Failed
  if ('failed' in outcome || outcome.status !== 200) return { done, isNamed: null }
  const { organisationNumber } = target.participant
  return { done, isNamed: outcome.banks.some(({ organizationID }) => organizationID === organisationNumber) }
}
