import { type KfrFixture, type KfrFixtures, kfrFixtures } from './kfr-rapportering/customers.ts'
import { type KonkursFixture, type KonkursFixtures, konkursFixtures } from './konkursvarsel/debtors.ts'
import {
  debtorNames,
  type FixtureName as KontrollFixture,
  type Fixtures as KontrollFixtures,
} from './kontrollinformasjon/fixtures.ts'

/** The fixtures of all areas: whom and what a participant's test environment holds, under the names of the catalogues. */
export type FixtureName = KontrollFixture | KonkursFixture | KfrFixture

/** A participant that lacks one leaves it out; what needs it is then `inconclusive: fixture-missing`. */
export interface Fixtures extends KontrollFixtures, KonkursFixtures, KfrFixtures {}

export const fixtureNames: readonly FixtureName[] = [...debtorNames, 'C2', ...konkursFixtures, ...kfrFixtures]
