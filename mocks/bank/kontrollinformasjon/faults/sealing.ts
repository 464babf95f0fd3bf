import { generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { defineFault } from '../fault.ts'
import { seal, sealPolicy } from '../parts/seal.ts'
import { refusals } from '../refusal.ts'
import { withoutReadableList } from './blinded.ts'

/** KI-ENC-001, KI-ENC-005 and KI-ENC-012: in which form, for whom, and what when there is nobody to seal for. */

let own: Promise<KeyObject> | undefined
const generate = promisify(generateKeyPair)

/** A key of the bank's own, made when it is first needed. */
const ownKey = () => {
  own ??= generate('rsa', { modulusLength: 2048 }).then(({ publicKey }) => publicKey)
  return own
}

/** RFC 7516 §7.2.2. */
function flattened(compact: string): string {
  const [header, encryptedKey, iv, ciphertext, tag] = compact.split('.')
  return JSON.stringify({ protected: header, encrypted_key: encryptedKey, iv, ciphertext, tag })
}

const serialisations: Readonly<
  Record<string, { readonly story: string; readonly serialise: (compact: string) => string }>
> = {
  'puts-the-jwe-in-quotes': {
    story: 'The framework serialises every answer as JSON, and so makes a JSON text of the JWE.',
    serialise: (compact) => JSON.stringify(compact),
  },
  'ends-the-jwe-with-a-line-break': {
    story: 'The JWE is printed as a line.',
    serialise: (compact) => `${compact}\n`,
  },
  'sends-the-jwe-as-json': {
    story: 'The library was asked for its JSON serialization, which it calls the default.',
    serialise: flattened,
  },
}

export const sealingFaults = [
  ...Object.entries(serialisations).map(([id, { story, serialise }]) =>
    defineFault({ id, story, violates: ['KI-ENC-001'], blinds: [], replaces: { seal: seal({ serialise }) } }),
  ),
  defineFault({
    id: 'seals-to-its-own-key',
    story: 'The alias of the recipient in the key store is the one of the bank itself.',
    violates: ['KI-ENC-005'],
    blinds: withoutReadableList,
    replaces: {
      seal: seal({
        // CertPub is asked all the same, so that its outage is met as ever.
        recipientKey: async (context) => {
          await sealPolicy.recipientKey(context)
          return ownKey()
        },
      }),
    },
  }),
  defineFault({
    id: 'sends-plain-while-certpub-is-out',
    story: 'Somebody thought that an answer in plain text is better than none while CertPub is down.',
    violates: ['KI-ENC-012'],
    blinds: [],
    replaces: {
      seal: seal({ withoutRecipient: ({ why }) => (why === 'unreachable' ? 'plain' : refusals.technical()) }),
    },
  }),
  defineFault({
    id: 'sends-plain-to-unknown-participants',
    story: 'A consumer without a certificate is taken for one that does not want encryption.',
    violates: ['KI-ENC-012'],
    blinds: [],
    replaces: { seal: seal({ withoutRecipient: ({ why }) => (why === 'unknown' ? 'plain' : refusals.technical()) }) },
  }),
  defineFault({
    id: 'blames-the-caller-for-a-missing-certificate',
    story: 'A certificate that cannot be had is reported as an error of the request.',
    violates: ['KI-ENC-012'],
    blinds: [],
    replaces: {
      seal: seal({ withoutRecipient: () => refusals.badRequest('There is no certificate for the consumer') }),
    },
  }),
]
