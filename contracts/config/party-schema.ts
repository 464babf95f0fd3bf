import { object, text } from './shape.ts'

/** The shape of what a configuration says of those who play the public parties. */

const port = { type: 'integer', minimum: 1, maximum: 65_535 } as const

export const secret = {
  ...object('A secret stands in a file with mode 0600, or in a variable of the environment', {
    file: { ...text, description: 'Path, relative to this file' },
    environment: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$', description: 'Name of the variable' },
  }),
  minProperties: 1,
  maxProperties: 1,
} as const

const external = object(
  'The real Maskinporten of a test environment',
  {
    tokenEndpoint: { type: 'string', pattern: '^https://\\S+$' },
    clientId: text,
    issuer: { type: 'string', pattern: '^https://\\S+$', description: 'What stands in `aud` of the grant' },
    keyId: { ...text, description: 'The kid under which the key is registered' },
    key: secret,
  },
  ['tokenEndpoint', 'clientId', 'issuer', 'key'],
)

const maskinporten = {
  description: '`ours`, or `external:` with how to get a token there',
  type: ['string', 'object'],
  if: { type: 'string' },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { enum: ['ours'] },
  else: { type: 'object', properties: { external }, required: ['external'], additionalProperties: false },
} as const

export const parties = {
  ...object('Who plays the public parties: Maskinporten, CertPub and, where there is konkursvarsel, Brreg', {
    control: {
      type: 'string',
      pattern: '^https?://\\S+$',
      description: 'Where samsvar mocks serves its control protocol',
    },
    host: { ...text, description: 'The name by which the bank reaches this machine (default localhost)' },
    listen: { ...text, description: 'The address to listen on' },
    ports: object('Where each run listens', {
      maskinporten: port,
      certpub: port,
      catalogue: port,
      brreg: port,
      kfr: port,
      'altinn-broker': port,
      akeldo: port,
      megler: port,
    }),
    maskinporten,
    certpub: { enum: ['ours', 'external'] },
  }),
  if: { type: 'object', properties: { control: true }, required: ['control'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: {
    type: 'object',
    properties: { host: false, listen: false, ports: false, maskinporten: false, certpub: false },
  },
} as const
