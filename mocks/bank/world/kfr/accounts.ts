import {
  type KfrFixture,
  type KfrRecipe,
  kfrFixtures,
  kfrRecipes,
} from '../../../../contracts/kfr-rapportering/customers.ts'
import { type AccountRow, ago, everyday } from '../account-row.ts'

/** One account for each relation of a recipe that is one; a mandate makes somebody disponent of the first of another. */

const recipes: Readonly<Record<KfrFixture, KfrRecipe>> = kfrRecipes

const disponentsOf = (owner: KfrFixture): NonNullable<AccountRow['others']> =>
  kfrFixtures
    .filter((one) => recipes[one].has.includes('mandate') && recipes[one].mandateFor === owner)
    .map((party) => ({ party, role: 'disposer' }))

export const accountsOfCustomers: readonly AccountRow[] = kfrFixtures.flatMap((owner) => {
  const accounts = recipes[owner].has.filter((relation) => relation !== 'mandate')
  return accounts.map((relation, index) => ({
    owner,
    type:
      relation === 'loan'
        ? 'loanAccount'
        : recipes[owner].kind === 'organisation'
          ? 'businessAccount'
          : 'salaryAccount',
    booked: 1,
    openingBalance: relation === 'loan' ? -50_000_000 : 200_000,
    kinds: everyday,
    ...(relation === 'ended' ? { closed: ago(500) } : {}),
    others: index === 0 ? disponentsOf(owner) : [],
  }))
})
