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
import type { Kind } from './pseudonyms.ts'

/**
 * What is told and what is masked, by the name of a member or header. What is not in these tables is masked.
 * Names are those of the account interface (catalogue, section 2), of tokens and of the configuration.
 */

/**
 * `enum`, `count`, `date`, `url`: shown when they look it, masked otherwise. `id`: an identity number or organisation
 * number. `prose`: shown, with everything in it replaced that could be somebody's. `secret`: replaced by a fixed word.
 */
export type Treatment = Kind | 'enum' | 'count' | 'date' | 'url' | 'id' | 'prose' | 'secret'

const byTreatment: Readonly<Partial<Record<Treatment, string>>> = {
  konto: 'accountIdentifier blockedAccounts accountNumber kontonummer laanenummer',
  kort: 'cardIdentifier',
  referanse:
    'accountReference transactionIdentifier kid x5t x5t#S256 jti trace_id kidnummer referanse dokumentnummer ' +
    'sendersFileTransferReference SendersReference checksum',
  id: 'PartyID RequesterID organisationNumber orgno fnr pid id ID organisasjonsnummer Reportee sender recipients',
  navn:
    'name holderName cardIssuerName merchant navn foretaksnavn fornavn etternavn borettslagnavn organisasjonsnavn ' +
    'kommunenavn laantakereHjemmelshaver',
  adresse: 'streetName buildingNumber postCode townName addressLines addressLine gatenavn postnummer poststed',
  'e-post': 'epost',
  tall: 'telefon telefondirekte',
  beløp: 'amount creditLineAmount originalAmount exchangeRate saldo beloep oevreGrenseRammelaan paalydende',
  tekst: 'additionalInfo freeText AdditionalReferenceID',
  date:
    'bookingDate valueDate registered startDate endDate expiryDate fromDate toDate kjennelsesdato firstBooked ' +
    'lastBooked day startedAt finishedAt at dato registreringstidspunkt dokumentaar',
  url:
    'href location content-location baseUrl audience url locator publisher issuer iss aud callback catalogue path ' +
    'jwksUri tokenEndpoint jwks_uri token_endpoint',
  enum:
    'status type currency creditLineCurrency sourceCurrency targetCurrency unitCurrency countryOfResidence country ' +
    'permission creditDebitIndicator domain family subFamily rel cardStatus code error OnlyPrimaryOwner ' +
    'AdditionalReferenceIDType alg enc typ cty zip form why kind signature token_type authority client_amr method messageType eiendomsnivaa ' +
    'rammelaan fastrente realkausjon transporterklaering laantakerIkkeHjemmelshaver sperretForVidereOpplaan ' +
    'resourceId disableVirusScan operation',
  count:
    'count length size index bytes total booked pages page port iat exp nbf issued expires repeat seed minLength ' +
    'maxLength minimum maximum minItems maxItems accounts transactions links references balances counterParties ' +
    'durationMs timeoutMs deadlineMs largest repeats rate concurrency gaardsnummer bruksnummer ' +
    'festenummer seksjonsnummer kommunenummer andelsnummer embetenummer rettsstiftelsesnummer',
  prose:
    'message detail details error_description title what reason scope scopes Legal-Mandate AccountInfoRequestID CorrelationID ' +
    'statusDescription betalingsmelding',
  secret:
    'authorization proxy-authorization cookie set-cookie password passphrase secret client_secret token access_token ' +
    'assertion key privateKey pem jwk jwks x5c n e d p q dp dq qi k',
}

const treatments = new Map(
  Object.entries(byTreatment).flatMap(([treatment, names]) =>
    names.split(' ').map((name) => [name.toLowerCase(), treatment as Treatment] as const),
  ),
)

/** Names in our own configuration. A bank that uses them in a body says nothing that is known to be harmless. */
const configWords = new Set(
  'environment verdict weight area areas only faults party does fixtures needs capabilities day schema kind'.split(' '),
)
export const isConfigWord = (name: string) => configWords.has(name)

/** Null for a name that nobody has heard of. */
export const treatmentOf = (name: string): Treatment | null => treatments.get(name.toLowerCase()) ?? null

/** Names of members that may be printed. A bank could use an identity number as one. */
export const isKnownName = (name: string) => treatments.has(name.toLowerCase())

/** Headers whose values say something about the transport only. */
const transportHeaders = new Set(
  (
    'accept accept-charset accept-encoding accept-language accept-ranges age allow alt-svc cache-control connection ' +
    'content-disposition content-encoding content-language content-length content-security-policy content-type date ' +
    'expires keep-alive last-modified origin-agent-cluster permissions-policy pragma referrer-policy retry-after ' +
    'server strict-transport-security te trailer transfer-encoding upgrade user-agent vary via www-authenticate ' +
    'x-content-type-options x-dns-prefetch-control x-frame-options x-powered-by x-xss-protection'
  ).split(' '),
)
export const isTransportHeader = (name: string) => transportHeaders.has(name.toLowerCase())

/** Headers whose value may be bare digits. Elsewhere four digits may be the end of somebody's account. */
const numericHeaders = new Set(
  (
    'age content-length expires keep-alive max-forwards retry-after upgrade-insecure-requests dnt ratelimit-limit ' +
    'ratelimit-remaining ratelimit-reset x-ratelimit-limit x-ratelimit-remaining x-ratelimit-reset x-xss-protection'
  ).split(' '),
)
export const isNumericHeader = (name: string) => numericHeaders.has(name.toLowerCase())

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
