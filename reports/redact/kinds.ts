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
