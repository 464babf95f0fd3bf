import { dsveSchema } from './dsve-schema.ts'
import { fixturesSchema } from './fixture-schema.ts'
import { kfrDefinitions, kfrSchema } from './kfr-schema.ts'
import { hooksSchema, konkursDefinitions, konkursvarselSchema } from './konkurs-schema.ts'
import { parties, secret } from './party-schema.ts'
import { registerSchema } from './register-schema.ts'
import { date, digits9, object, text } from './shape.ts'

/** The shape of the configuration. Loose types here, since branded dates are beyond what a schema can promise. */

/** One slash at its end is as lawful as none (KI-AUT-012); two would lead nowhere. */
const httpsUrl = { type: 'string', pattern: '^https://[^?#\\s]*[^/?#\\s]/?$' } as const

const capabilities = object('What the bank says it has or lacks', {
  plainJson: { type: 'boolean', description: 'Whether the test instance can answer plain JSON (default true)' },
  sealing: { type: 'boolean', description: 'Whether the test instance can seal answers (default true)' },
  plainHttpProbe: { type: 'boolean', description: 'False where nobody may ask without TLS (default true)' },
  production: object('An instance in production profile', { baseUrl: httpsUrl }, ['baseUrl']),
  rateLimit: object('How often it may be asked', { perSecond: { type: 'number', exclusiveMinimum: 0 } }, ['perSecond']),
})

const deviation = object(
  'A breach that the bank knows of and answers for. It stays a breach',
  {
    requirement: { ...text, description: 'For example KI-REQ-005' },
    reason: { ...text, pattern: '\\S' },
    owner: { ...text, pattern: '\\S', description: 'Who mends it' },
    approver: { ...text, pattern: '\\S', description: 'Who has accepted it meanwhile' },
    expires: { ...date, description: 'The last day on which it is in force' },
  },
  ['requirement', 'reason', 'owner', 'approver', 'expires'],
)

export const configSchema = {
  $id: 'samsvar.config/1',
  $defs: { ...konkursDefinitions, ...kfrDefinitions },
  ...object(
    'Whom samsvar judges, and what it needs for that. Holds no secret',
    {
      schema: { const: 'samsvar.config/1' },
      $schema: { ...text, description: 'Where an editor finds this schema' },
      participant: object(
        'The bank',
        {
          name: text,
          organisationNumber: digits9,
          servicers: { type: 'array', items: digits9, description: 'Other organisations that accounts may be at' },
        },
        ['name', 'organisationNumber'],
      ),
      baseUrl: {
        ...httpsUrl,
        description:
          'Of the account interface, as registered in the API catalogue, letter for letter: https, with or without a slash at the end. Left out by a bank that only answers megler, or only reports customers',
      },
      day: { ...date, description: 'The day on which the test data stand (default: today)' },
      deadlineSeconds: {
        type: 'number',
        exclusiveMinimum: 0,
        maximum: 600,
        description: 'Longest wait for one answer (default 30)',
      },
      trust: { type: 'array', items: text, description: 'Root certificates besides the public ones: PEM, or paths' },
      clientCertificate: object(
        'With which samsvar presents itself, where the bank demands one',
        { certificate: { ...text, description: 'PEM, or a path' }, key: secret },
        ['certificate', 'key'],
      ),
      parties,
      keystore: { ...text, description: 'Path of the keystore, relative to this file' },
      fixtures: fixturesSchema,
      capabilities,
      skews: object('How exact the bank is about time', {
        tokenSeconds: {
          type: 'number',
          minimum: 0,
          maximum: 600,
          description: 'Seconds by which exp and iat are checked leniently (default 60)',
        },
      }),
      hooks: hooksSchema(secret),
      konkursvarsel: konkursvarselSchema,
      kfrRegister: registerSchema(secret),
      kfr: kfrSchema,
      dsve: dsveSchema,
      deviations: { type: 'array', items: deviation },
      agreement: object('What the bank has agreed to beside the public documents. A breach of it fails', {
        ytelse: object(
          'Performance: without an agreement its requirements warn at most',
          {
            reference: { ...text, pattern: '\\S', description: 'Where it is written, for example: Avtale 2026/17, 4' },
            requirements: {
              type: 'array',
              minItems: 1,
              items: { type: 'string', pattern: '^YT-[0-9]{3}$' },
              description: 'The requirements that it speaks of (default: all of the area)',
            },
          },
          ['reference'],
        ),
      }),
    },
    ['schema', 'participant', 'parties', 'keystore', 'fixtures'],
  ),
} as const

/** As it is published in `samsvar.config.schema.json`, for editors. */
export const publishedSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'samsvar configuration, version 1',
  ...configSchema,
  $id: 'urn:samsvar:config:1',
} as const
