import type { AccountFixture } from '../fixtures.ts'
import { firstDay, plainAccount, type Special } from './common.ts'
import { daysBefore, monthsBeforeTheRuling } from './moment.ts'

/** Accounts that were closed, opened again, or passed on. */
export const lifetimeRecipes: Readonly<Record<Extract<AccountFixture, 'A1' | 'A2' | 'A3' | 'A10' | 'A11'>, Special>> = {
  A1: {
    title: { nb: 'Konto avsluttet i perioden', en: 'Account closed inside the period' },
    account: plainAccount('savingsAccount', {
      closed: daysBefore(150, 'closed'),
      balance: null,
      transactions: { booked: 5 },
    }),
    keys: ['closed'],
    answer: {
      nb: 'Kontoen er i listen, med transaksjonene frem til den ble avsluttet, og uten saldo.',
      en: 'The account is in the list, with its transactions until it was closed, and without a balance.',
    },
  },
  A2: {
    title: { nb: 'Konto avsluttet før perioden', en: 'Account closed before the period' },
    account: plainAccount('savingsAccount', {
      closed: monthsBeforeTheRuling(14, 'closed'),
      balance: null,
      transactions: { booked: 0 },
    }),
    keys: ['closed'],
    more: [
      {
        nb: 'Eieren har også en åpen konto, så kontolisten ikke er tom.',
        en: 'The owner has an open account as well, so that the list is not empty.',
      },
    ],
    answer: { nb: 'Kontoen er ikke i listen.', en: 'The account is not in the list.' },
  },
  A3: {
    title: { nb: 'Konto avsluttet på periodens første dag', en: 'Account closed on the first day of the period' },
    account: plainAccount('savingsAccount', {
      closed: { ...firstDay, key: 'closed' },
      balance: null,
      transactions: { booked: 0 },
    }),
    keys: ['closed'],
    answer: { nb: 'Kontoen er i listen.', en: 'The account is in the list.' },
  },
  A10: {
    title: { nb: 'Konto overført til en annen eier i perioden', en: 'Account transferred inside the period' },
    account: plainAccount('businessAccount', {
      transferred: daysBefore(150, 'transferred'),
      balance: null,
      transactions: { booked: 5, to: daysBefore(151) },
      note: {
        nb: 'Den nye eieren har også transaksjoner på kontoen.',
        en: 'The new owner has transactions on the account as well.',
      },
    }),
    keys: ['transferred'],
    answer: {
      nb: 'Eierforholdet og transaksjonene er de som var partens egne.',
      en: 'Ownership and transactions are those that were the party’s own.',
    },
  },
  A11: {
    title: { nb: 'Konto avsluttet og åpnet igjen', en: 'Account closed and opened again' },
    account: plainAccount('savingsAccount', {
      closed: monthsBeforeTheRuling(15, 'closed'),
      reopened: daysBefore(200, 'reopened'),
      transactions: { booked: 5, from: daysBefore(199) },
    }),
    keys: ['closed', 'reopened'],
    answer: {
      nb: 'Kontodetaljene har den siste åpningsdatoen, og ingen sluttdato.',
      en: 'The details have the latest day of opening, and no day of closing.',
    },
  },
}
