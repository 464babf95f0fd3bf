import { type KfrFixture, type KfrRecipe, kfrFixtures, kfrRecipes } from '../../contracts/kfr-rapportering/customers.ts'
import type { Sighting } from '../kit/ask/witness.ts'
import { isAbout, isBatch, isDone, kfrOf } from './sightings.ts'

/** Who stands in the files of the first load. */

const recipes: Readonly<Record<KfrFixture, KfrRecipe>> = kfrRecipes

/** Whoever has an account or a loan for long. */
export const oldCustomers = kfrFixtures.filter((name) =>
  recipes[name].has.some((one) => one === 'account' || one === 'loan'),
)

export const isRefusedFile = (sighting: Sighting): boolean => isBatch(sighting) && sighting.record.status === 400

/** Customers of refused files, but those of `but`, who came in no accepted file and in no report afterwards. */
export function forgotten(seen: readonly Sighting[], but: readonly KfrFixture[]): readonly KfrFixture[] {
  const names = seen.flatMap((file, at) =>
    isRefusedFile(file)
      ? oldCustomers.filter((name) => standsIn(file, name) && !seen.slice(at + 1).some(brings(name)))
      : [],
  )
  return [...new Set(names)].filter((name) => !but.includes(name))
}

const standsIn = (file: Sighting, name: KfrFixture) =>
  kfrOf(file)?.batch?.customers?.some(({ fixture }) => fixture === name) === true

const brings = (name: KfrFixture) => (sighting: Sighting) =>
  isDone(sighting) && (isAbout(name, 'add')(sighting) || (isBatch(sighting) && standsIn(sighting, name)))
