import {
  dsveResources,
  fileTransferStatuses,
  recipientStatuses,
  roles,
} from '../../contracts/altinn-broker/statuses.ts'
import { tokenSignatures } from '../../contracts/control/protocol.ts'
import { messages } from '../../contracts/dsve/messages.ts'
import { statuses } from '../../contracts/dsve/statuses.ts'
import {
  legalMandate,
  participantScheme,
  processIdentifier,
  processScheme,
} from '../../contracts/kontrollinformasjon/profile.ts'
import { silences } from '../../contracts/report/evidence.ts'

/** Texts that say nothing about anybody, wherever they stand. */
const plainTexts = new Set([
  'true',
  'false',
  'application/jose',
  'application/json',
  'text/html',
  'text/plain',
  '*/*',
  'answered',
  'silent',
  'empty',
  'sealed',
  'sealed, not to be opened',
  'sealed, holding no UTF-8',
  'sealed, holding no JSON',
  ...['a text with a byte order mark', 'a text', 'a JWS', 'base64'].map(
    (wrapping) => `sealed, holding JSON in ${wrapping}`,
  ),
  'the key of the consumer',
  'the key of the agency of C2',
  'another key',
  'none of the keys',
  'plain JSON',
  'text that is not JSON',
  'JSON that nests too deep to be read',
  'no answer',
  // What rules say of a message in place of a value.
  ...['absent', 'none', 'nobody', 'no name', 'no list', 'no XML'],
  ...silences.flatMap((why) => [why, `no answer: ${why}`]),
  ...tokenSignatures,
  legalMandate,
  participantScheme,
  processScheme,
  processIdentifier,
  ...statuses,
  ...fileTransferStatuses,
  ...recipientStatuses,
  ...roles,
  ...Object.values(dsveResources),
  ...Object.values(messages).map(({ messageType }) => messageType),
])
export const isPlainText = (text: string) => plainTexts.has(text)

/** Segments of paths that belong to an interface, not to a person. */
const segments = new Set(
  (
    'accounts transactions cards roles v1 v2 v3 api lookup token jwk jwks .well-known oauth-authorization-server ' +
    'openid-configuration dsop kontroll kontrollinformasjon konto konkurs bank health {audience}'
  ).split(' '),
)
export const isPlainSegment = (segment: string) => segments.has(segment)
