import { type KonkursRecipe, konkursFixtures, konkursRecipes } from '../../../../contracts/konkursvarsel/debtors.ts'
import { type AccountRow, business, everyday, savings } from '../account-row.ts'
import type { Account, TransactionKind } from '../model.ts'
import type { Label } from '../parties.ts'

/** One account for each product of a recipe, in its order. */

type Product = Account['type']

const recipes: readonly (readonly [Label, KonkursRecipe])[] = konkursFixtures.map((name) => [
  name,
  konkursRecipes[name],
])

const kindsOf: Readonly<Record<Product, readonly TransactionKind[]>> = {
  loanAccount: ['fee', 'transferIn'],
  salaryAccount: everyday,
  currencyAccount: ['transferIn', 'transferOut', 'fee'],
  savingsAccount: savings,
  clientAccount: savings,
  taxDeductionAccount: ['transferIn', 'transferOut'],
  businessAccount: business,
  creditCardAccount: ['cardPurchase', 'transferIn', 'fee'],
  prepaidCardAccount: ['transferIn', 'cardPurchase'],
  accountWithoutBalance: ['transferIn', 'transferOut'],
  otherAccount: ['transferIn', 'transferOut', 'fee'],
}

/** A year of K1's is told whole; of the others a few suffice. */
const bookedOf = (owner: Label) => (owner === 'K1' ? 14 : 3)

function rowOf(owner: Label, type: Product, frozen: boolean): AccountRow {
  return {
    owner,
    type,
    ...(type === 'currencyAccount' ? { currency: 'EUR' } : {}),
    ...(frozen ? { frozen } : {}),
    others: othersOf(owner),
    booked: bookedOf(owner),
    openingBalance: type === 'loanAccount' ? -90_000_000 : 1_500_000,
    kinds: kindsOf[type],
  }
}

/** Whoever owns a company and runs it disposes of its accounts, and may pay from them. */
const othersOf = (owner: Label): NonNullable<AccountRow['others']> =>
  recipes.flatMap(([party, { relation }]) =>
    relation?.to === owner && (relation.is === 'disponent' || relation.is === 'owner')
      ? [{ party, role: 'disposer' as const }]
      : [],
  )

const ofRecipes = recipes.flatMap(([owner, { accounts }]) =>
  accounts.map((account) =>
    typeof account === 'string' ? rowOf(owner, account, false) : rowOf(owner, account.product, true),
  ),
)

export const accountsOfDebtors: readonly AccountRow[] = [
  ...ofRecipes,
  rowOf('V5', 'businessAccount', false),
  rowOf('V7', 'salaryAccount', false),
  rowOf('V8', 'salaryAccount', false),
]
