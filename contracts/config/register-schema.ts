import { clientNames, evidenceKinds } from '../kfr-register/operator.ts'
import { object, text } from './shape.ts'

/** The shape of what an operator's configuration says of its register. */

const digits = (count: number, description: string) =>
  ({ type: 'string', pattern: `^\\d{${count}}$`, description }) as const
const person = (description: string) =>
  ({ type: 'string', pattern: '^(\\d{9}|\\d{11})$', description: `${description}; in quotes` }) as const
const baseUrl = (description: string) =>
  ({ type: 'string', pattern: '^https://[^?#\\s]*[^/?#\\s]$', description }) as const
const seconds = (description: string, minimum: number, maximum: number) =>
  ({ type: 'number', minimum, maximum, description }) as const

const accountOf = (description: string) =>
  object(
    description,
    {
      accountIdentifier: digits(11, 'In quotes'),
      organisationNumber: digits(9, 'What the register should answer'),
    },
    ['accountIdentifier', 'organisationNumber'],
  )

const clientOf = (name: (typeof clientNames)[number], secret: object) => {
  const common = {
    organisationNumber: digits(9, 'For whom Maskinporten makes the token'),
    name: { ...text, description: 'As in Enhetsregisteret (KFRO-065)' },
    maskinporten: object(
      'The client at the Maskinporten of "parties.maskinporten.external"; left out where it is ours',
      {
        clientId: text,
        keyId: text,
        certificate: { ...text, description: 'Its virksomhetssertifikat: PEM, or a path' },
        key: secret,
      },
      ['clientId', 'key'],
    ),
  }
  if (name !== 'agency') return object('An institution that reports', common, ['organisationNumber'])
  const legalMandate = { ...text, description: 'What was agreed on, before encoding' }
  return object('A public agency', { ...common, legalMandate }, ['organisationNumber', 'legalMandate'])
}

export const registerSchema = (secret: object) =>
  object(
    'The participant is the operator of Kundeforholdsregisteret: "baseUrl" is that of reporting. See docs/kfr-register.md',
    {
      lookUps: {
        ...object('Base URLs of the look-up interface, one of each version that is served; no slash at the end', {
          v1: baseUrl('Version 1.1.2'),
          v2: baseUrl('Version 2.0'),
        }),
        minProperties: 1,
      },
      clients: object(
        'Whom samsvar plays',
        Object.fromEntries(clientNames.map((name) => [name, clientOf(name, secret)])),
        clientNames,
      ),
      samples: object('Test data that only you can make', {
        karCustomer: person('Owns an account at an institution in KAR, and is active there'),
        disponent: person('Disposes of an account, and owns none'),
        account: accountOf('An account that KAR knows, and its institution'),
        collectionAccount: accountOf('A collection account, and the institution that uses it'),
      }),
      visibleWithinSeconds: seconds('From a report until a look-up shows it, at most (default 5)', 0, 3600),
      batchStartSeconds: seconds(
        'From the 201 to a batch until the first of it is stored, at most (default 60)',
        0,
        3600,
      ),
      batchEntries: {
        type: 'integer',
        minimum: 500,
        maximum: 100_000,
        description: 'Elements of the batch whose ingestion is watched (default 5000, twenty seconds)',
      },
      evidence: object('Files of your house: paths of files or folders, relative to this file', {
        ...Object.fromEntries(evidenceKinds.map((kind) => [kind, { type: 'array', items: text, minItems: 1 }])),
        waitSeconds: seconds('How long a run waits at its end for files that are newer than it (default 0)', 0, 86_400),
      }),
    },
    ['lookUps', 'clients'],
  )
