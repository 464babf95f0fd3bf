import { fixtureSummaries } from '../../contracts/config/fixture-schema.ts'
import { type KfrRecipe, kfrFixtures, kfrRecipes } from '../../contracts/kfr-rapportering/customers.ts'
import {
  type KonkursFixture,
  type KonkursRecipe,
  konkursFixtures,
  konkursRecipes,
} from '../../contracts/konkursvarsel/debtors.ts'
import type { FixtureName } from '../../contracts/kontrollinformasjon/fixtures.ts'

/** An example of every fixture, by its recipe: a line to take the # away from, and to fill in. */

/** What a fixture holds besides id and ruling, as an example. */
const more: Partial<Record<FixtureName, string>> = {
  P1: 'blockedAccounts: ["11 digits"]',
  A1: 'closed: yyyy-MM-dd',
  A2: 'closed: yyyy-MM-dd',
  A3: 'closed: yyyy-MM-dd',
  A4: 'booked: 1500, firstBooked: yyyy-MM-dd, lastBooked: yyyy-MM-dd',
  A10: 'transferred: yyyy-MM-dd',
  A11: 'closed: yyyy-MM-dd, reopened: yyyy-MM-dd',
  A13: 'manualBefore: yyyy-MM-dd',
}

export const fixtureLines = (): readonly string[] =>
  (Object.entries(fixtureSummaries) as [FixtureName, string][]).flatMap(([name, summary]) => [
    `  # ${name}: ${summary}.`,
    `  # ${name}: { ${exampleOf(name)} }`,
  ])

function exampleOf(name: FixtureName): string {
  if (name === 'C2') return 'organisationNumber: "9 digits", legalMandate: "", id: "9 or 11 digits"'
  const who = name.startsWith('A')
    ? 'owner: P1, accountIdentifier: "11 digits"'
    : `id: "9 or 11 digits", ${ruling(name)}`
  return [who, more[name]].filter((part) => part !== undefined).join(', ')
}

export const kfrLines = (): readonly string[] =>
  kfrFixtures.map((name) => {
    const { has, why }: KfrRecipe = kfrRecipes[name]
    const accounts = has.includes('account') ? ', accounts: ["11 digits"]' : ''
    return `  # ${name}: { id: "9 or 11 digits"${accounts} } # ${why.en}`
  })

export const konkursLines = (): readonly string[] =>
  konkursFixtures.map((name) => {
    const { accounts, customer, relation }: KonkursRecipe = konkursRecipes[name]
    const id = `id: "${idForms[konkursRecipes[name].kind]}"`
    const named =
      konkursFixtures.some((one) => isNamesake(one, name)) || relation?.is === 'namesake' ? ', name: ""' : ''
    const disponent = konkursFixtures.find((one) => isDisponent(one, name))
    const more = disponent === undefined ? '' : `, disponent: ${disponent}`
    const listed = accounts.map((account) => {
      const { product, blocked } = typeof account === 'string' ? { product: account, blocked: false } : account
      return `{ accountIdentifier: "", product: ${product}${blocked ? ', blocked: true' : ''}${more} }`
    })
    return `  # ${name}: { ${id}${named}${customer === false ? '' : `, accounts: [${listed.join(', ')}]`} }`
  })

const idForms: Readonly<Record<KonkursRecipe['kind'], string>> = {
  organisation: '9 digits',
  person: '11 digits',
  personWithLeadingZero: '11 digits, the first one 0',
  holderOfDNumber: '11 digits, the first one 4 to 7',
}

const isTo = (one: KonkursFixture, name: KonkursFixture, is: string) => {
  const { relation }: KonkursRecipe = konkursRecipes[one]
  return relation?.is === is && relation.to === name
}
const isNamesake = (one: KonkursFixture, name: KonkursFixture) => isTo(one, name, 'namesake')
const isDisponent = (one: KonkursFixture, name: KonkursFixture) => isTo(one, name, 'disponent')

const ruling = (name: FixtureName) => `kjennelsesdato: ${name === 'P4' ? 'null' : 'yyyy-MM-dd'}`
