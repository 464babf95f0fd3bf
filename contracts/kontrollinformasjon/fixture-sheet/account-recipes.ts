import { type AccountFixture, accountFixtures } from '../fixtures.ts'
import { firstDay, opening, plainAccount, type Special, theDay, yesterday } from './common.ts'
import { lifetimeRecipes } from './lifetime-recipes.ts'
import { daysBefore } from './moment.ts'
import type { Recipe } from './recipe.ts'

const keys = ['owner', 'accounts?', 'accountIdentifier']

/** Each is about one account; its owner is bankrupt. */
const recipeOf = ({ title, account, keys: own = [], more, answer }: Special): Recipe => ({
  title,
  kind: 'anybody',
  notices: [opening],
  accounts: [account],
  ...(more === undefined ? {} : { more }),
  ...(answer === undefined ? {} : { answer }),
  keys: [...keys, ...own],
})

const kroner = (amount: number) => ({ amount, currency: 'NOK' })

const special: Readonly<Record<AccountFixture, Special>> = {
  ...lifetimeRecipes,
  A4: {
    title: { nb: 'Mer enn 1000 bokførte transaksjoner', en: 'More than 1000 booked transactions' },
    account: plainAccount('salaryAccount', {
      transactions: {
        booked: 2500,
        from: { ...firstDay, key: 'firstBooked' },
        to: { ...yesterday, key: 'lastBooked' },
      },
      note: {
        nb: '1001 er nok; 2500 gir tre sider på 1000.',
        en: '1001 are enough; 2500 make three pages of 1000.',
      },
    }),
    keys: ['booked', 'firstBooked', 'lastBooked'],
  },
  A5: {
    title: { nb: 'Ingen transaksjoner i perioden', en: 'No transactions in the period' },
    account: plainAccount('savingsAccount', { transactions: { booked: 0 } }),
    answer: {
      nb: 'Transaksjonslisten er tom, og responseDetails.status er `complete`.',
      en: 'The list of transactions is empty, and responseDetails.status is `complete`.',
    },
  },
  A6: {
    title: { nb: 'Overtrukket konto', en: 'Overdrawn account' },
    account: plainAccount('salaryAccount', { balance: kroner(-3456.78) }),
  },
  A7: {
    title: { nb: 'Kredittramme og sperret beløp', en: 'Credit line and blocked amount' },
    account: plainAccount('businessAccount', { balance: kroner(5000), blocked: 2000, creditLine: 1000 }),
    answer: {
      nb: 'Disponibel saldo er 3000: det sperrede beløpet er trukket fra, og kredittrammen er ikke lagt til.',
      en: 'The available balance is 3000: the blocked amount is subtracted, and the credit line is not added.',
    },
  },
  A8: {
    title: { nb: 'Konto i utenlandsk valuta', en: 'Account in a foreign currency' },
    account: plainAccount('currencyAccount', { balance: { amount: 12_345.67, currency: 'EUR' } }),
  },
  A9: {
    title: { nb: 'Transaksjoner av mange slag', en: 'Transactions of many sorts' },
    account: plainAccount('salaryAccount', {
      transactions: { booked: 20, pending: 1, from: firstDay, to: theDay },
    }),
    more: [
      {
        nb: 'Varekjøp med kort, valutakjøp med kort og en tilbakeføring er blant dem.',
        en: 'Card purchases, currency purchases and a reversal are among them.',
      },
      {
        nb: 'Én er bokført på den første dagen i en måned, og én er på 0,10.',
        en: 'One is booked on the first day of a month, and one is of 0.10.',
      },
    ],
  },
  A12: {
    title: { nb: 'Produkt uten saldo', en: 'Product without balance' },
    account: plainAccount('accountWithoutBalance', { balance: null }),
  },
  A13: {
    title: { nb: 'Eldre data som bare kan utleveres manuelt', en: 'Older data that can be had by hand only' },
    account: plainAccount('salaryAccount', {
      manualBefore: daysBefore(180, 'manualBefore'),
      transactions: { booked: 20 },
    }),
    keys: ['manualBefore'],
    answer: {
      nb: 'Transaksjonene er `partial`, med en begrunnelse i responseDetails.message.',
      en: 'The transactions are `partial`, with the reason in responseDetails.message.',
    },
  },
}

/** A1 to A13 (catalogue 8.1). */
export const accountRecipes = Object.fromEntries(
  accountFixtures.map((name) => [name, recipeOf(special[name])]),
) as Readonly<Record<AccountFixture, Recipe>>
