import { hookNames } from '../hooks/protocol.ts'
import { avslutningskoder } from '../konkursvarsel/codes.ts'
import { konkursFixtures, konkursRecipes } from '../konkursvarsel/debtors.ts'
import { detailNames } from '../konkursvarsel/detail-names.ts'
import { outcomes } from '../konkursvarsel/profile.ts'
import { emptyForms } from '../konkursvarsel/stimuli.ts'
import { enumerations } from '../kontrollinformasjon/enumerations.ts'
import { digits9, identifier, object, seconds, text } from './shape.ts'

/** The shapes of what a configuration says for Konkursvarsel: its fixtures, its hooks, and what it declares. */

const account = object(
  'An account that the party owns',
  {
    accountIdentifier: text,
    product: { enum: enumerations.AccountType },
    blocked: { const: true, description: 'Blocked for another reason, before anything is published' },
    disponent: { enum: konkursFixtures, description: 'Who else may dispose of it' },
  },
  ['accountIdentifier', 'product'],
)

const name = { ...text, description: 'As it stands in a notice' } as const
const accounts = { type: 'array', items: account, minItems: 1 } as const

/** Referred to by the fixtures: a copy for each would make a long schema. */
export const konkursDefinitions = {
  konkursCustomer: object('A customer', { id: identifier, name, accounts }, ['id', 'accounts']),
  konkursStranger: object('Nobody whom the bank knows', { id: identifier, name }, ['id']),
} as const

export const konkursFixtureShapes = Object.fromEntries(
  konkursFixtures.map((fixture) => {
    const { why, customer }: { why: { en: string }; customer?: false } = konkursRecipes[fixture]
    const definition = customer === false ? 'konkursStranger' : 'konkursCustomer'
    return [fixture, { $ref: `#/$defs/${definition}`, description: why.en }]
  }),
)

export const hooksSchema = (secret: object) =>
  object(
    'What the test environment offers beside its interfaces; docs/hooks.md tells what each does',
    {
      baseUrl: {
        type: 'string',
        pattern: '^https?://[^?#\\s]*[^/?#\\s]$',
        description: 'A hook is called at its name below; no slash at the end',
      },
      offers: { type: 'array', items: { enum: hookNames }, uniqueItems: true, minItems: 1 },
      token: secret,
    },
    ['baseUrl', 'offers'],
  )

export const konkursvarselSchema = object('How the bank follows konkursvarsler. Makes Brreg one of the parties', {
  pollSeconds: seconds('Between two list calls in opening hours, at most (default 900)'),
  processingSeconds: seconds('From a list call until it shows in the account interface, at most (default 60)'),
  organisationNumbers: {
    type: 'array',
    items: digits9,
    minItems: 1,
    description: 'Whom the client certificate may name (default: the organisation number of the bank)',
  },
  issuers: {
    type: 'array',
    items: text,
    description: 'Whom Brreg accepts client certificates of, besides ours: PEM, or paths',
  },
  detailNames: object(
    'What our Brreg calls members of a detail that are not documented, where the bank knows it better',
    Object.fromEntries(Object.keys(detailNames).map((key) => [key, text])),
  ),
  overlapHours: {
    type: 'number',
    exclusiveMinimum: 0,
    description: 'By how much a watermark taken from the own clock lags behind it',
  },
  policies: object('What is decided about notices that leave it to the bank', {
    oppheving: { enum: outcomes },
    avslutning: object(
      'By avslutningskode',
      Object.fromEntries(avslutningskoder.map((code) => [code, { enum: outcomes }])),
    ),
    newAccount: { enum: ['locked', 'released'], description: 'An account opened while the bankruptcy is' },
  }),
  confirmedEmptyList: { enum: emptyForms, description: 'How Brreg renders an empty list, where that is confirmed' },
})
