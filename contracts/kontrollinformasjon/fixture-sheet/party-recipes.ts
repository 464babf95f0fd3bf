import type { PartyFixture } from '../fixtures.ts'
import { emptyList, keys, onAnothers, opening, plainAccount, refusal } from './common.ts'
import { noticeRecipes } from './notice-recipes.ts'
import type { Recipe } from './recipe.ts'

/** P1 to P13 (catalogue 8.1). */
export const partyRecipes: Readonly<Record<PartyFixture, Recipe>> = {
  P1: {
    title: {
      nb: 'Organisasjon i konkurs, med minst to åpne kontoer',
      en: 'Bankrupt organisation with two or more open accounts',
    },
    kind: 'organisation',
    published: ['910336819'],
    notices: [opening],
    accounts: [
      plainAccount('businessAccount'),
      plainAccount('savingsAccount', {
        note: { nb: 'En annen kunde er medeier.', en: 'Another customer is a co-owner.' },
      }),
      {
        ...onAnothers('businessAccount', 'disposer'),
        note: { nb: 'Skal ikke være med i kontolisten.', en: 'Must not be in the list.' },
      },
    ],
    more: [
      {
        nb: 'Sperr de åpne kontoene på grunn av konkursen.',
        en: 'Block the open accounts because of the bankruptcy.',
      },
      {
        nb: 'La den første kontoen ha en transaksjon som er noen få dager gammel, så en for lang periode uten fradato merkes.',
        en: 'Give the first account a transaction that is a few days old, so that too long a period without a first day shows.',
      },
    ],
    answer: {
      nb: 'Kontoene som organisasjonen eier, har status `disabled`.',
      en: 'The accounts that the organisation owns have status `disabled`.',
    },
    keys: [...keys, 'blockedAccounts'],
  },
  P2: {
    title: { nb: 'Person i konkurs, med fødselsnummer', en: 'Bankrupt person with a fødselsnummer' },
    kind: 'person',
    published: ['08086001471', '20020101351', '21097400153'],
    notices: [opening],
    accounts: [plainAccount('salaryAccount'), plainAccount('savingsAccount')],
    keys,
  },
  P3: {
    title: { nb: 'Person i konkurs, med D-nummer', en: 'Bankrupt person with a D-number' },
    kind: 'holderOfDNumber',
    notices: [opening],
    accounts: [plainAccount('salaryAccount')],
    keys: [...keys, 'alsoKnownAs?'],
  },
  P4: {
    title: { nb: 'Kunde som ikke er i konkurs', en: 'Customer who is not bankrupt' },
    kind: 'person',
    notices: [],
    accounts: [plainAccount('salaryAccount')],
    answer: refusal,
    keys,
  },
  P5: {
    title: { nb: 'I konkurs, men ikke kunde i banken', en: 'Bankrupt, and no customer of the bank' },
    kind: 'anybody',
    published: ['910491482'],
    notices: [opening],
    accounts: [],
    answer: emptyList,
    keys,
  },
  P6: {
    title: {
      nb: 'I konkurs; bare disponent eller medeier på andres kontoer',
      en: 'Bankrupt; only disposes of or co-owns accounts of others',
    },
    kind: 'person',
    notices: [opening],
    accounts: [onAnothers('salaryAccount', 'disposer'), onAnothers('savingsAccount', 'coOwner')],
    answer: emptyList,
    keys,
  },
  P7: {
    title: { nb: 'I konkurs; bare kausjonist', en: 'Bankrupt; guarantor only' },
    kind: 'person',
    notices: [opening],
    accounts: [onAnothers('loanAccount', 'guarantor')],
    answer: emptyList,
    keys,
  },
  P8: {
    title: { nb: 'I konkurs; medlåntaker på en annens lån', en: 'Bankrupt; co-borrower on the loan of somebody else' },
    kind: 'person',
    notices: [opening],
    accounts: [onAnothers('loanAccount', 'coBorrower')],
    answer: emptyList,
    keys,
  },
  P9: {
    title: {
      nb: 'I konkurs, og skjermet (strengt fortrolig eller fortrolig)',
      en: 'Bankrupt and shielded (strengt fortrolig or fortrolig)',
    },
    kind: 'person',
    notices: [opening],
    accounts: [plainAccount('salaryAccount')],
    more: [
      {
        nb: 'Registrer personen som `strengtFortrolig` eller `fortrolig`.',
        en: 'Register the person as `strengtFortrolig` or `fortrolig`.',
      },
    ],
    answer: {
      nb: 'Kontolisten er tom, og responseDetails.status er `complete`: svaret er det samme som for P5.',
      en: 'The list of accounts is empty, and responseDetails.status is `complete`: the answer is the same as for P5.',
    },
    keys: ['id', 'kjennelsesdato'],
  },
  ...noticeRecipes,
}
