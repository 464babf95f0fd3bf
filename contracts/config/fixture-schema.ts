import { kfrFixtures } from '../kfr-rapportering/customers.ts'
import { konkursFixtures } from '../konkursvarsel/debtors.ts'
import type { FixtureName } from '../kontrollinformasjon/fixtures.ts'
import { kfrFixtureShapes } from './kfr-schema.ts'
import { konkursFixtureShapes } from './konkurs-schema.ts'
import { date, digits9, identifier, object, text } from './shape.ts'

/** The shapes of the fixtures (catalogue, section 8.1), with what an editor says of each. */

type Shapes = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const debtor = {
  id: identifier,
  kjennelsesdato: {
    type: ['string', 'null'],
    format: 'date',
    description: 'Day of the ruling; null for nobody bankrupt',
  },
  alsoKnownAs: { type: 'array', items: identifier, description: 'Other numbers of the same owner' },
  accounts: { type: 'array', items: text, description: 'Every account number owned at some time in the period' },
} as const

const party = (description: string, more: Shapes = {}) =>
  object(description, { ...debtor, ...more }, ['id', 'kjennelsesdato', ...Object.keys(more)])

/** Whoever owns the account is named by numbers of their own, or is a party that is described already. */
function account(description: string, more: Shapes = {}) {
  const own = { accountIdentifier: text, ...more }
  const owner = { type: 'string', pattern: '^P([1-9]|1[0-3])$', description: 'The party that owns it, instead of id' }
  return {
    ...object(description, { ...debtor, owner, ...own }, Object.keys(own)),
    if: { type: 'object', properties: { owner: true }, required: ['owner'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { type: 'object', properties: { id: false, kjennelsesdato: false, alsoKnownAs: false } },
    else: { type: 'object', properties: { id: true, kjennelsesdato: true }, required: ['id', 'kjennelsesdato'] },
  }
}

const otherConsumer = object(
  'Another agency that the bank serves, with a mandate of its own, and somebody whom it may ask about',
  { organisationNumber: digits9, legalMandate: text, id: identifier },
  ['organisationNumber', 'legalMandate', 'id'],
)

const fixtureShapes = {
  P1: party('A bankrupt organisation with two or more open accounts of its own', {
    blockedAccounts: { type: 'array', items: text, minItems: 1, description: 'Blocked because of the bankruptcy' },
  }),
  P2: party('A bankrupt person with a fødselsnummer'),
  P3: party('A bankrupt person with a D-number'),
  P4: party('A customer who is not bankrupt'),
  P5: party('Bankrupt, and no customer of the bank'),
  P6: party('Bankrupt; only disposes of or co-owns accounts of others'),
  P7: party('Bankrupt; guarantor only'),
  P8: party('Bankrupt; co-borrower on the loan of somebody else'),
  P9: party('Bankrupt and shielded (strengt fortrolig or fortrolig)'),
  P10: party('Opened, then sletting; the date of the opening'),
  P11: party('Opened, then oppheving; the date of the opening'),
  P12: party('Opened, then avslutning; the date of the opening'),
  P13: party('Bankrupt for more than twelve months'),
  A1: account('Closed inside the period', { closed: date }),
  A2: account('Closed before the period', { closed: date }),
  A3: account('Closed on the first day of the period: eleven months before the ruling', { closed: date }),
  A4: account('With more than 1000 booked transactions between two days', {
    booked: { type: 'integer', minimum: 1001, description: 'How many, both days included' },
    firstBooked: date,
    lastBooked: date,
  }),
  A5: account('Without transactions in the period'),
  A6: account('Overdrawn'),
  A7: account('With a credit line and a blocked amount'),
  A8: account('In a foreign currency'),
  A9: account('With card purchases, currency purchases, a reversal, a reservation, and both ends of the period'),
  A10: account('Transferred inside the period', { transferred: date }),
  A11: account('Closed and opened again', { closed: date, reopened: date }),
  A12: account('A product without balance'),
  A13: account('With data that can be had by hand only', { manualBefore: date }),
  C2: otherConsumer,
} as const satisfies Record<FixtureName, unknown>

export const fixturesSchema = {
  // An editor shows a key under which everything is commented out as null.
  type: ['object', 'null'],
  description: `Who plays P1 to P13, A1 to A13 and C2, in Konkursvarsel K1 to ${konkursFixtures.at(-1)}, and in Kundeforholdsregisteret F1 to ${kfrFixtures.at(-1)}. What is left out makes its requirements inconclusive`,
  properties: { ...fixtureShapes, ...konkursFixtureShapes, ...kfrFixtureShapes },
  additionalProperties: false,
} as const

/** What each of the account interface is, in a line. */
export const fixtureSummaries: Readonly<Record<FixtureName, string>> = Object.fromEntries(
  Object.entries(fixtureShapes).map(([name, { description }]) => [name, description]),
) as Record<FixtureName, string>
