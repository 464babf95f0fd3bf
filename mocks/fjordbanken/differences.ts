/**
 * Fjordbanken is conformant, and differs from the reference bank wherever the documents leave room. One line is one
 * difference: what stands here is what the bank does, and the clause is the one that allows it. Sections and rows are
 * those of the catalogue. A difference from a recommendation names the rows that may warn because of it; none may fail.
 */

interface Difference<T = unknown> {
  readonly here: T
  /** What the reference bank does. */
  readonly elsewhere: string
  readonly clause: string
  readonly warns?: readonly string[]
}

const differs = <const T>(difference: Difference<T>): Difference<T> => difference

/** A status and the code that belongs to it (section 4.1). */
export interface Wording {
  readonly status: number
  readonly code: string
}

const badRequest = { status: 400, code: 'ACC-001' } as const
const unauthenticated = { status: 401, code: 'ACC-010' } as const
const forbidden = { status: 403, code: 'ACC-011' } as const

/** Which of the tolerated answers is given. */
export const refused = {
  untrustedToken: differs({ here: forbidden, elsewhere: '401 ACC-010', clause: '4.1: 403 tolerated' }),
  malformedAuthorization: differs({ here: badRequest, elsewhere: '401 ACC-010', clause: 'KI-AUT-002: 400 tolerated' }),
  tokenInQuery: differs({ here: badRequest, elsewhere: '401 ACC-010', clause: 'KI-AUT-024: 400 tolerated' }),
  missingScope: differs({ here: unauthenticated, elsewhere: '403 ACC-011', clause: 'Q5, KI-AUT-013: 401 tolerated' }),
  otherConsumer: differs({ here: badRequest, elsewhere: '403 ACC-011', clause: '6.2, KI-AUT-015: 400 tolerated' }),
  withoutNotice: differs({ here: badRequest, elsewhere: '403 ACC-011', clause: '6.2, Q1, KI-KON-023: 400 or 403' }),
  unreadableReference: differs({
    here: badRequest,
    elsewhere: '404 ACC-002',
    clause: '4.1, KI-ERR-006, KI-ERR-007: 400 tolerated where a bank sees only that it cannot decode the value',
    warns: ['KI-ERR-010'],
  }),
  missingAccount: differs({ here: { status: 404, code: 'ACC-003' }, elsewhere: '404 ACC-002', clause: 'Q3' }),
  unknownPath: differs({ here: { status: 404, code: 'ACC-003' }, elsewhere: '404 ACC-002', clause: 'Q3, KI-URL-011' }),
  withoutCertificate: differs({ here: { status: 500, code: 'ACC-500' }, elsewhere: '500 ACC-100', clause: 'Q4' }),
  certPubAway: differs({
    here: { status: 503, code: 'ACC-099' },
    elsewhere: '500 ACC-100',
    clause: '4.1 "other": default covers every status that is not declared; KI-ENC-012: a 5xx; KI-ERR-017: MAY',
  }),
  mishap: differs({ here: { status: 500, code: 'ACC-500' }, elsewhere: '500 ACC-100', clause: 'Q4' }),
} as const

/** What is asked of a question. */
export const asked = {
  afterAvslutning: differs({ here: 'refused', elsewhere: 'served', clause: 'Q31, KI-KON-027: as the bank declares' }),
  datesAreMandatory: differs({ here: true, elsewhere: 'today when missing', clause: 'F7, Q27, KI-REQ-017' }),
  earlierToDate: differs({ here: 'refused', elsewhere: 'served', clause: 'KI-KON-022, KI-BAL-016: if served' }),
  futureToDate: differs({
    here: 'today',
    elsewhere: 'refused',
    clause: 'Q26, KI-KON-021: refused or treated as today',
  }),
  wrongCheckDigit: differs({ here: 'refused', elsewhere: 'nobody known', clause: 'KI-REQ-007: information only' }),
  repeatedCorrelationId: differs({ here: 'refused', elsewhere: 'served', clause: 'KI-REQ-021, Q52: 4xx allowed' }),
  uuid: differs({
    here: /^(urn:uuid:)?\{?[\da-f]{8}-?([\da-f]{4}-?){3}[\da-f]{12}\}?$/i,
    elsewhere: 'RFC 9562 text form only',
    clause: 'KI-REQ-002, KI-REQ-004: the format can be validated',
  }),
  primaryOwnerNames: differs({
    here: ['OnlyPrimaryOwner', 'onlyPrimaryOwner'],
    elsewhere: 'the first alone',
    clause: 'Q28, KI-REQ-011',
  }),
  longestTokenLife: differs({ here: 600, elsewhere: '3600 seconds', clause: 'KI-AUT-010: may be rejected' }),
  clockSkew: differs({ here: 2, elsewhere: '3 seconds behind, 30 ahead', clause: 'KI-AUT-009: small skew' }),
  accept: differs({
    here: 'not read',
    elsewhere: 'negotiated, plain JSON in test',
    clause: '4.1 (406), KI-ENC-017: HTTP lets a server ignore Accept; KI-ENC-013 recommends plain JSON in test',
    warns: ['KI-ENC-013', 'KI-ENC-017'],
  }),
} as const

/** How an answer goes over the wire. */
export const sent = {
  basePath: differs({ here: '/dsop/kontroll/v2', elsewhere: '/v2', clause: '1.2: only MAJOR stands in the URL' }),
  joseType: differs({ here: 'application/JOSE', elsewhere: 'application/jose', clause: 'RFC 9110 §8.3.1: any case' }),
  errorType: differs({
    here: 'application/json; charset=UTF-8',
    elsewhere: 'application/json',
    clause: 'KI-ERR-002: a charset parameter is allowed',
  }),
  keyEncryption: differs({ here: 'RSA-OAEP', elsewhere: 'RSA-OAEP-256', clause: '5.4: passes with a note' }),
  contentEncryption: differs({ here: 'A256GCM', elsewhere: 'A128CBC-HS256', clause: '5.4: the AES-GCM family passes' }),
  deflatedAbove: differs({ here: 8192, elsewhere: 'never', clause: 'Q38: zip accepted if it can be decrypted' }),
  certificateIsCached: differs({
    here: false,
    elsewhere: 'an hour',
    clause: '5.5: caching is optional',
    warns: ['CP-20'],
  }),
  chunkSize: differs({ here: 1500, elsewhere: 'Content-Length', clause: 'RFC 9112 §7.1' }),
  closesEvery: differs({ here: 4, elsewhere: 'stays open', clause: 'RFC 9112 §9.6; KI-URL-009: no session' }),
  reasonPhrase: differs({ here: ['', 'ok, vær så god'], elsewhere: 'the usual one', clause: 'RFC 9112 §4: optional' }),
  interim: differs({ here: true, elsewhere: 'no 102 before a 200', clause: 'RFC 9110 §15.2: any number of 1xx' }),
  cookie: differs({ here: 'fjordnode', elsewhere: 'none', clause: 'KI-URL-009: nobody need send it back' }),
} as const

/** What stands in a body. */
export const told = {
  memberOrder: differs({ here: 'reversed', elsewhere: 'as in the OpenAPI', clause: '1.2: order is non-breaking' }),
  extraMember: differs({ here: 'x-fjord', elsewhere: 'none', clause: '1.2, KI-FMT-008: tolerant reader' }),
  missing: differs({ here: null, elsewhere: 'absent', clause: 'F12, Q11, KI-FMT-002' }),
  ascii: differs({ here: true, elsewhere: 'UTF-8 letters', clause: 'RFC 8259 §7: any character may be escaped' }),
  numbers: differs({ here: '1.5e+3, 10.00', elsewhere: '1500, 10', clause: 'RFC 8259 §6' }),
  accountsPerPage: differs({ here: 3, elsewhere: 'all', clause: '2.1 links, KI-PAG-018' }),
  transactionsPerPage: differs({
    here: 100,
    elsewhere: '1000',
    clause: '3 Pagination: at least 1000 wanted',
    warns: ['KI-PAG-008'],
  }),
  accountHref: differs({ here: 'accounts?…', elsewhere: '/accounts…', clause: 'Q9: concatenation, one slash between' }),
  transactionHref: differs({
    here: 'holds the base path',
    elsewhere: '/accounts…',
    clause: 'Q9, KI-PAG-007: accepted and reported',
  }),
  links: differs({ here: 'self, prev, next, last', elsewhere: 'self, next', clause: '3 Pagination: all optional' }),
  reference: differs({
    here: 'sealed anew in every answer, and in need of percent-encoding',
    elsewhere: 'one uuid',
    clause: 'Q7, Q8, KI-URL-010, KI-ACC-038: a text that works in the case',
  }),
  loanReference: differs({
    here: 'dataNotDelivered',
    elsewhere: 'like others',
    clause: 'Q43, KI-ACC-039: when 2b data are withheld',
  }),
  loanStatus: differs({ here: 'enabled', elsewhere: 'disabled', clause: 'Q18, KI-ACC-013: loans apart' }),
  deletedAfterDays: differs({
    here: 130,
    elsewhere: 'never deleted',
    clause: 'Q17: deleted or disabled; KI-ACC-008: partial is a warning; KI-TRX-043: or partial',
    warns: ['KI-ACC-008'],
  }),
  completeMessage: differs({ here: 'OK', elsewhere: 'none', clause: 'Q34: neutral text' }),
  servicerName: differs({ here: null, elsewhere: 'in the list', clause: '2.2: D, TV' }),
  accountTypes: differs({
    here: { currencyAccount: 'businessAccount', clientAccount: 'otherAccount' },
    elsewhere: 'as the world says',
    clause: '3 Account type mapping: the bank picks',
  }),
  creditLine: differs({ here: 'included', elsewhere: 'left out', clause: 'Q15, KI-BAL-011: then creditLineAmount' }),
  closedBalances: differs({ here: null, elsewhere: 'absent', clause: 'Q16' }),
  bookingDate: differs({ here: 'no zone, with a fraction', elsewhere: '+hh:mm', clause: 'Q13' }),
  valueDate: differs({ here: '+hh', elsewhere: '+hh:mm', clause: 'Q13' }),
  registered: differs({ here: 'Z, with a fraction', elsewhere: '+hh:mm', clause: 'Q13' }),
  transactionOrder: differs({ here: 'newest first', elsewhere: 'oldest first', clause: 'no order is prescribed' }),
  freeText: differs({ here: 'for fees and interest', elsewhere: 'never', clause: 'KI-TRX-018' }),
  counterParty: differs({ here: 'ultimate… at shops', elsewhere: 'creditor, debtor', clause: 'KI-TRX-025: the side' }),
  cardMask: differs({ here: 4, elsewhere: 'six digits in front', clause: '3 Card numbers: at most six' }),
} as const

export const differences: Readonly<Record<string, Difference>> = { ...refused, ...asked, ...sent, ...told }
