import { accountRecipes } from './fixture-sheet/account-recipes.ts'
import { plainAccount } from './fixture-sheet/common.ts'
import { partyRecipes } from './fixture-sheet/party-recipes.ts'
import type { Recipe } from './fixture-sheet/recipe.ts'
import type { FixtureName } from './fixtures.ts'

/** What a bank makes in its test environment so that every question can be put (catalogue, section 8.1). */

export { type Anchors, dayOf, type Moment, type MomentKey } from './fixture-sheet/moment.ts'
export {
  type AccountRecipe,
  type NoticeType,
  noticeTypes,
  type Recipe,
  type Role,
  type Said,
  type TransactionsRecipe,
} from './fixture-sheet/recipe.ts'

const secondAgency: Recipe = {
  title: {
    nb: 'En annen etat som banken utleverer til, med en egen hjemmel',
    en: 'Another agency that the bank serves, with a mandate of its own',
  },
  kind: 'agency',
  notices: [],
  accounts: [plainAccount('salaryAccount')],
  more: [
    {
      nb: 'Etaten er en annen enn Brønnøysundregistrene, og sertifikatet dens er publisert i CertPub.',
      en: 'The agency is another than Brønnøysundregistrene, and its certificate is published at CertPub.',
    },
    {
      nb: 'Kunden er en som etaten kan spørre om, og ikke i konkurs.',
      en: 'The customer is somebody whom the agency may ask about, and not bankrupt.',
    },
  ],
  answer: {
    nb: 'Svaret er kryptert til etatens sertifikat, og bare etaten kan åpne det.',
    en: 'The answer is encrypted to the certificate of the agency, and nobody else can open it.',
  },
  keys: ['organisationNumber', 'legalMandate', 'id'],
}

export const fixtureSheet: Readonly<Record<FixtureName, Recipe>> = {
  ...partyRecipes,
  ...accountRecipes,
  C2: secondAgency,
}
