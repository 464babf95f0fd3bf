import type { KeyObject } from 'node:crypto'
import {
  consumerOrganisationNumber,
  participantIdentifier,
  participantScheme,
} from '../../../../contracts/kontrollinformasjon/profile.ts'
import { otherProcess } from '../../../certpub/publications.ts'
import { secondAgency } from '../../../keys.ts'
import { RecipientMissing } from '../certpub/recipients.ts'
import { type Context, need } from '../context.ts'
import { defineFault } from '../fault.ts'
import { type SealPolicy, seal, sealPolicy } from '../parts/seal.ts'

/** KI-ENC-006 and KI-ENC-009: whose certificate is looked up, and where. */

/** The only certificate that somebody thought there would ever be. */
const toBrreg: SealPolicy['recipientKey'] = ({ services }) => services.recipients.keyOf(consumerOrganisationNumber)
export const sealsToBrregAlways: Partial<SealPolicy> = { recipientKey: toBrreg }

const first = new WeakMap<object, Promise<KeyObject>>()

/** The cache has no name for what it holds. */
const toTheFirst: SealPolicy['recipientKey'] = (context) => {
  const { recipients } = context.services
  const key = first.get(recipients) ?? sealPolicy.recipientKey(context)
  // A failure is not kept.
  first.set(recipients, key)
  key.catch(() => first.delete(recipients))
  return key
}

/** Asks where the publisher is, to see that CertPub is there, and uses what came by mail. */
async function byHand(context: Context): Promise<KeyObject> {
  const { keyByHand, outgoing, locatorUrl } = context.services
  if (need(context, 'consumer') !== consumerOrganisationNumber || keyByHand === null)
    return sealPolicy.recipientKey(context)
  const participant = `${participantScheme}::${participantIdentifier(consumerOrganisationNumber)}`
  const missing = (cause: unknown) => new RecipientMissing('unreachable', { cause })
  const { status } = await outgoing.get(`${locatorUrl}/lookup/v2/${encodeURIComponent(participant)}`).catch((cause) => {
    throw missing(cause)
  })
  if (status !== 200) throw missing(new Error(`The locator answers ${status}`))
  return keyByHand
}

export const recipientFaults = [
  defineFault({
    id: 'seals-to-brreg-whoever-asks',
    story: 'The certificate of Brønnøysundregistrene is the recipient in the settings, whoever asks.',
    violates: ['KI-ENC-006'],
    replaces: { seal: seal({ recipientKey: toBrreg }) },
  }),
  defineFault({
    id: 'seals-to-whoever-asked-first',
    story: 'The cache of the certificate has no key, because there was only one consumer when it was written.',
    violates: ['KI-ENC-006'],
    replaces: { seal: seal({ recipientKey: toTheFirst }) },
  }),
  defineFault({
    id: 'asks-certpub-for-another-process',
    story: 'The process identifier was taken from the settings of another service.',
    violates: ['KI-ENC-009'],
    replaces: {
      seal: seal({
        recipientKey: (context) => context.services.recipients.keyOf(need(context, 'consumer'), otherProcess.value),
      }),
    },
  }),
  defineFault({
    id: 'asks-certpub-for-another-participant',
    story: 'The first agency that the bank served stands in the settings as the participant to look up.',
    violates: ['KI-ENC-009', 'KI-ENC-005'],
    replaces: {
      seal: seal({ recipientKey: ({ services }) => services.recipients.keyOf(secondAgency.organisationNumber) }),
    },
  }),
  defineFault({
    id: 'asks-the-locator-alone',
    story:
      'The certificate came by mail and lies on a disk; the locator is asked only to see whether CertPub is there.',
    violates: ['KI-ENC-009'],
    replaces: { seal: seal({ recipientKey: byHand }) },
  }),
]
