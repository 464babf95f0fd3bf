import { kfrFixtures, kfrRecipes } from '../../../../contracts/kfr-rapportering/customers.ts'
import { ids } from '../konkurs/parties.ts'
import type { Party } from '../model.ts'
import { nameOf } from '../parties.ts'
import type { Source } from '../source.ts'

/** Whom the bank reports to the register, or has no reason to report yet (contracts/kfr-rapportering/customers.ts). */
export const makeCustomers = (source: Source): readonly Party[] =>
  kfrFixtures.map((label) => {
    const { kind } = kfrRecipes[label]
    const is = kind === 'organisation' ? kind : 'person'
    return { label, kind: is, id: ids[kind](source), name: nameOf(is, source), shielding: null }
  })
