/** The shapes of the two files. Loose types here, since branded dates are beyond what a schema can promise. */

const text = { type: 'string', minLength: 1 } as const
const date = { type: 'string', format: 'date' } as const
const digits = { type: 'string', pattern: '^(\\d{9}|\\d{11})$' } as const

const debtor = {
  id: digits,
  kjennelsesdato: { ...date, type: ['string', 'null'] },
  alsoKnownAs: { type: 'array', items: digits },
} as const

const fixture = (more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'object',
  properties: { ...debtor, ...more },
  required: ['id', 'kjennelsesdato', ...Object.keys(more)],
  additionalProperties: false,
})

export const configSchema = {
  $id: 'samsvar.config/1',
  type: 'object',
  properties: {
    schema: { const: 'samsvar.config/1' },
    participant: {
      type: 'object',
      properties: { name: text, organisationNumber: { type: 'string', pattern: '^\\d{9}$' } },
      required: ['name', 'organisationNumber'],
      additionalProperties: false,
    },
    baseUrl: { type: 'string', pattern: '^https://[^?#\\s]*[^/?#\\s]$' },
    day: date,
    deadlineSeconds: { type: 'number', exclusiveMinimum: 0, maximum: 600 },
    trust: { type: 'array', items: { type: 'string', pattern: '-----BEGIN CERTIFICATE-----' } },
    parties: {
      type: 'object',
      properties: { control: { type: 'string', pattern: '^https?://' } },
      required: ['control'],
      additionalProperties: false,
    },
    keystore: text,
    fixtures: {
      type: 'object',
      properties: {
        P1: fixture({ blockedAccounts: { type: 'array', items: text } }),
        P2: fixture(),
        P3: fixture(),
        P4: fixture(),
        P5: fixture(),
        A4: fixture({
          accountIdentifier: text,
          booked: { type: 'integer', minimum: 1 },
          firstBooked: date,
          lastBooked: date,
        }),
      },
      additionalProperties: false,
    },
  },
  required: ['schema', 'participant', 'baseUrl', 'parties', 'keystore', 'fixtures'],
  additionalProperties: false,
} as const

export const keystoreSchema = {
  $id: 'samsvar.keystore/1',
  type: 'object',
  properties: {
    schema: { const: 'samsvar.keystore/1' },
    controlToken: text,
    consumerKeys: { type: 'array', items: { type: 'string', pattern: '-----BEGIN PRIVATE KEY-----' } },
    identifiers: {
      type: 'array',
      items: {
        type: 'object',
        properties: { value: text, name: text },
        required: ['value', 'name'],
        additionalProperties: false,
      },
    },
  },
  required: ['schema', 'controlToken', 'consumerKeys'],
  additionalProperties: false,
} as const
