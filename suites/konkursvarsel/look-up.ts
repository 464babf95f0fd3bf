import { minusMonths } from '../../contracts/calendar.ts'
import type { KonkursFixture } from '../../contracts/konkursvarsel/debtors.ts'
import { monthsBeforeRuling } from '../../contracts/kontrollinformasjon/profile.ts'
import type { Stage } from '../kit/ask/stage.ts'
import type { Sighting } from '../kit/ask/witness.ts'
import { rulingOf } from './as-brreg.ts'
import { idOf } from './scene.ts'

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

/**
 * Where a debtor is a customer, as a bostyrer learns it: bosiden asks the register of customers (SOL step 1). What comes of
 * it speaks of our register alone, so that it is on record, and judged by nobody.
 */
export async function lookUp(stage: Stage, debtor: KonkursFixture): Promise<void> {
  const from = minusMonths(rulingOf(stage.target, debtor), monthsBeforeRuling)
  await stage.attempt('lookUp', { lookUp: { customer: debtor, from } })
}
