import type { Context } from '../context.ts'
import { defineFault } from '../fault.ts'
import { negotiate } from '../parts/negotiate.ts'
import { type SealPolicy, seal } from '../parts/seal.ts'
import { Refusal, refusals } from '../refusal.ts'
import { ownKey } from './own-key.ts'
import { on, where } from './where.ts'

/** KI-ENC-001, KI-ENC-005 and KI-ENC-012: in which form, for whom, and what when there is nobody to seal for. */

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

const plainInOutage: SealPolicy['withoutRecipient'] = ({ why }) =>
  why === 'unreachable' ? 'plain' : refusals.technical()

const isTest = ({ services }: Context) => services.environment === 'test'

export const sealingFaults = [
  ...Object.entries(serialisations).map(([id, { story, serialise }]) =>
    defineFault({ id, story, violates: ['KI-ENC-001'], replaces: { seal: seal({ serialise }) } }),
  ),
  defineFault({
    id: 'seals-to-its-own-key',
    story: 'The alias of the recipient in the key store is the one of the bank itself.',
    violates: ['KI-ENC-005'],
    replaces: {
      seal: seal({ recipientKey: ownKey }),
    },
  }),
  defineFault({
    id: 'sends-plain-while-certpub-is-out',
    story: 'Somebody thought that an answer in plain text is better than none while CertPub is down.',
    violates: ['KI-ENC-012'],
    replaces: {
      seal: seal({ withoutRecipient: plainInOutage }),
    },
  }),
  defineFault({
    id: 'sends-plain-to-unknown-participants',
    story: 'A consumer without a certificate is taken for one that does not want encryption.',
    violates: ['KI-ENC-012'],
    replaces: { seal: seal({ withoutRecipient: ({ why }) => (why === 'unknown' ? 'plain' : refusals.technical()) }) },
  }),
  defineFault({
    id: 'blames-the-caller-for-a-missing-certificate',
    story: 'A certificate that cannot be had is reported as an error of the request.',
    violates: ['KI-ENC-012'],
    replaces: {
      seal: seal({ withoutRecipient: () => refusals.badRequest('There is no certificate for the consumer') }),
    },
  }),
  defineFault({
    id: 'sends-plain-behind-the-list-while-certpub-is-out',
    story: 'The fallback was taken out of the list, and forgotten in details and transactions.',
    violates: ['KI-ENC-012'],
    replaces: {
      seal: where(on('details', 'transactions'), seal({ withoutRecipient: plainInOutage }), seal()),
    },
  }),
  defineFault({
    id: 'calls-a-missing-certificate-unknown',
    story: 'The 404 of CertPub is handed on, as if the account were not there.',
    violates: ['KI-ENC-012'],
    replaces: { seal: seal({ withoutRecipient: () => refusals.unknown('There is no certificate for the consumer') }) },
  }),
  defineFault({
    id: 'redirects-without-a-certificate',
    story: 'Every failure behind the gateway leads to a page that says when the bank is back.',
    violates: ['KI-ENC-012'],
    replaces: {
      seal: seal({
        withoutRecipient: () =>
          new Refusal(302, 'ACC-100', 'Try again later', { Location: 'https://elsewhere.example/unavailable' }),
      }),
    },
  }),
  defineFault({
    id: 'puts-the-jwe-in-quotes-after-the-first-page',
    story: 'Later pages come from a store, and are written as the JSON text that they were kept as.',
    violates: ['KI-ENC-001'],
    replaces: {
      seal: where(
        ({ found }) => (found.page ?? 1) > 1,
        seal({ serialise: (compact) => JSON.stringify(compact) }),
        seal(),
      ),
    },
  }),
  defineFault({
    id: 'knows-plain-json-only',
    story: 'Sealing is left to the production environment, and the test environment has none.',
    violates: [],
    tolerates: ['KI-ENC-001'],
    replaces: { negotiate: negotiate({ given: (chosen, context) => (isTest(context) ? 'application/json' : chosen) }) },
  }),
  defineFault({
    id: 'sends-plain-json-as-text',
    story: 'The test environment does not seal, and the texts that it writes are called plain.',
    violates: ['KI-ENC-001'],
    replaces: { seal: seal({ isSealed: (context) => !isTest(context), plainType: 'text/plain; charset=utf-8' }) },
  }),
]
