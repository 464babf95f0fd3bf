/** By fault: which probes are answered otherwise than by a conformant bank. Whatever is not named stays as it was. */

const operations = ['list', 'details', 'transactions'] as const
const eachOperation = (suffix: string) => operations.map((name) => `${name}${suffix}`)
const ofSavings = (endpoint: string) => [endpoint, `${endpoint} of savings`]
const methods = ['POST', 'PUT', 'PATCH', 'DELETE']
const otherMethods = methods.flatMap((method) => eachOperation(` by ${method}`))

/** The list is shown every bad token, under its own name; what lies behind it is shown one of each kind. */
const behindTheList = ['unsigned', 'hmac spki-pem', 'expired', 'aud other']
const on = (tokens: readonly string[], name: 'details' | 'transactions') =>
  tokens.filter((token) => behindTheList.includes(token)).map((token) => `${token} on ${name}`)
const everywhere = (...tokens: readonly string[]) => [
  ...tokens,
  ...on(tokens, 'details'),
  ...on(tokens, 'transactions'),
]
const hmac = ['hmac spki-pem', 'hmac spki-pem-trimmed', 'hmac spki-der', 'hmac jwk']
const audiences = ['aud other', 'aud missing', 'aud word', 'aud prefix']
const tokens = ['unsigned', ...hmac, 'unknown key', 'expired', ...audiences]

const listsOfP1 = ['sealed', 'list', 'list P1']
const fullLists = [...listsOfP1, 'list P2', 'list P3', 'list A4']
const emptyList = ['list P5', 'sealed list P5']
const lists = [...fullLists, ...emptyList]
const firstDetails = ['details', 'sealed details']
const details = [...firstDetails, 'details of savings', 'details of P2']
const pageTwo = ['page 2', 'sealed page 2']
const pages = ['page 1', ...pageTwo, 'page 3']
const ofPersons = ['transactions of P2', ...pages]
const transactions = ['transactions', 'sealed transactions', ...ofPersons]
const sealed = ['sealed', 'sealed details', 'sealed transactions', 'sealed list P5']
const everySealed = [...sealed, 'sealed page 2']
const outage = ['outage', 'outage details', 'outage transactions']
const withoutCertificate = [...outage, 'unknown participant']
const unknown = ['unknown details', 'unknown transactions']

export const expectedDifferences: Readonly<Record<string, readonly string[]>> = {
  'has-no-list-at-accounts': [...lists, 'list as xml'],
  // Whatever was refused with these words before is refused with them still.
  'trusts-no-token': ['lawful token', ...everywhere('expired', ...audiences)],
  'finds-every-call-malformed': [
    ...lists,
    ...details,
    'transactions',
    'sealed transactions',
    'transactions of P2',
    'list P4',
    'list as xml',
    'list without party',
    ...unknown,
    ...eachOperation(' without mandate'),
  ],
  ...Object.fromEntries(
    methods.flatMap((method) =>
      eachOperation('').map((name) => [`answers-${method.toLowerCase()}-on-${name}-as-get`, [`${name} by ${method}`]]),
    ),
  ),
  'answers-post-on-list-as-unknown': ['list by POST'],
  'takes-other-methods-for-bad-parameters': otherMethods,
  'answers-other-methods-on-transactions-as-unknown': methods.map((method) => `transactions by ${method}`),
  'assumes-the-usual-mandate-on-list': ['list without mandate'],
  'assumes-the-usual-mandate-on-details': ['details without mandate'],
  'assumes-the-usual-mandate-on-transactions': ['transactions without mandate'],
  'takes-d-numbers-for-malformed': ['list P3'],
  'loses-the-leading-zero': ['list P2'],
  'finds-no-accounts-of-d-numbers': ['list P3'],
  'serves-list-without-token': ['list without token'],
  'serves-details-without-token': ['details without token'],
  'serves-transactions-without-token': ['transactions without token'],
  'forbids-instead-of-asking-for-a-token': eachOperation(' without token'),
  'takes-a-missing-token-for-a-bad-parameter': eachOperation(' without token'),
  'accepts-unsigned-tokens': everywhere('unsigned'),
  'accepts-public-key-as-secret-spki-pem': everywhere('hmac spki-pem'),
  'accepts-public-key-as-secret-spki-pem-trimmed': everywhere('hmac spki-pem-trimmed'),
  'accepts-public-key-as-secret-spki-der': everywhere('hmac spki-der'),
  'accepts-public-key-as-secret-jwk': everywhere('hmac jwk'),
  'ignores-expiry': everywhere('expired'),
  'breaks-on-expired-tokens': everywhere('expired'),
  'ignores-audience': everywhere(...audiences),
  'accepts-missing-audience': everywhere('aud missing'),
  'accepts-prefix-of-audience': everywhere('aud prefix'),
  'accepts-any-https-audience': everywhere('aud other'),
  'pairs-unsigned-tokens-with-acc-001': everywhere('unsigned'),
  'pairs-hmac-tokens-with-acc-001': everywhere(...hmac),
  'pairs-expired-tokens-with-acc-001': everywhere('expired'),
  'pairs-misdirected-tokens-with-acc-001': everywhere(...audiences),
  'answers-unsigned-tokens-as-unknown': everywhere('unsigned'),
  'answers-hmac-tokens-as-unknown': everywhere(...hmac),
  'answers-expired-tokens-as-unknown': everywhere('expired'),
  'answers-misdirected-tokens-as-unknown': everywhere(...audiences),
  'takes-hmac-tokens-for-bad-parameters': everywhere(...hmac),
  'takes-expired-tokens-for-bad-parameters': everywhere('expired'),
  'takes-misdirected-tokens-for-bad-parameters': everywhere(...audiences),
  'puts-the-jwe-in-quotes': everySealed,
  'ends-the-jwe-with-a-line-break': everySealed,
  'sends-the-jwe-as-json': everySealed,
  'seals-to-its-own-key': everySealed,
  'sends-plain-while-certpub-is-out': outage,
  'sends-plain-to-unknown-participants': ['unknown participant'],
  'blames-the-caller-for-a-missing-certificate': withoutCertificate,
  'sends-plain-behind-the-list-while-certpub-is-out': ['outage details', 'outage transactions'],
  'calls-a-missing-certificate-unknown': withoutCertificate,
  'redirects-without-a-certificate': withoutCertificate,
  'puts-the-jwe-in-quotes-after-the-first-page': ['sealed page 2'],
  'knows-plain-json-only': sealed,
  'sends-plain-json-as-text': [...lists, ...details, ...transactions, ...withoutCertificate],
  'accepts-unsigned-tokens-on-details': on(['unsigned'], 'details'),
  'accepts-unsigned-tokens-on-transactions': on(['unsigned'], 'transactions'),
  'accepts-public-key-as-secret-on-details': on(['hmac spki-pem'], 'details'),
  'accepts-public-key-as-secret-on-transactions': on(['hmac spki-pem'], 'transactions'),
  'ignores-expiry-on-details': on(['expired'], 'details'),
  'ignores-expiry-on-transactions': on(['expired'], 'transactions'),
  'ignores-audience-on-details': on(['aud other'], 'details'),
  'ignores-audience-on-transactions': on(['aud other'], 'transactions'),
  'puts-the-jwe-in-quotes-on-details': ['sealed details'],
  'puts-the-jwe-in-quotes-on-transactions': ['sealed transactions', 'sealed page 2'],
  'seals-to-its-own-key-on-details': ['sealed details'],
  'seals-to-its-own-key-on-transactions': ['sealed transactions', 'sealed page 2'],
  'says-nothing-with-401': [...eachOperation(' without token'), ...everywhere(...tokens)],
  'says-nothing-with-400': [
    'list without party',
    ...ofSavings('cards'),
    ...ofSavings('roles'),
    ...eachOperation(' without mandate'),
  ],
  'has-an-empty-message-with-405': otherMethods,
  'has-no-code-for-want-of-notice': ['list P4'],
  'pairs-403-with-acc-001': ['list P4'],
  'pairs-404-with-acc-010': unknown,
  'pairs-405-with-acc-001': otherMethods,
  'pairs-a-missing-mandate-with-acc-100': eachOperation(' without mandate'),
  'pairs-a-missing-token-with-acc-011': eachOperation(' without token'),
  'pairs-refused-cards-with-acc-011': ofSavings('cards'),
  'pairs-refused-roles-with-acc-011': ofSavings('roles'),
  'pairs-a-missing-certificate-with-acc-001': withoutCertificate,
  'answers-unknown-accounts-with-a-page': unknown,
  'answers-unknown-accounts-with-a-page-on-transactions': ['unknown transactions'],
  'answers-unwanted-media-types-with-a-page': ['list as xml'],
  'hands-accounts-to-callers-without-token': eachOperation(' without token'),
  'hands-accounts-to-callers-without-mandate': eachOperation(' without mandate'),
  'hands-out-accounts-for-want-of-notice': ['list P4'],
  'hands-out-accounts-with-405': otherMethods,
  'hands-out-cards-with-their-refusal': ofSavings('cards'),
  'hands-out-what-it-cannot-seal': withoutCertificate,
  'omits-response-details-from-list': lists,
  'omits-response-details-from-details': details,
  'omits-response-details-from-transactions': transactions,
  'omits-response-details-after-the-first-page': [...pageTwo, 'page 3'],
  'omits-response-details-from-transactions-of-persons': ofPersons,
  'writes-response-details-as-text-on-details': details,
  'writes-owner-start-as-number': fullLists,
  'writes-servicer-as-text': fullLists,
  'writes-currency-as-number': fullLists,
  'leaves-accounts-enabled': [...fullLists, ...details],
  'leaves-savings-enabled': [...fullLists, 'details of savings'],
  'leaves-out-the-status-of-blocked-accounts': [...fullLists, ...details],
  'calls-blocked-accounts-deleted': [...fullLists, ...details],
  'leaves-business-accounts-enabled': [...listsOfP1, ...firstDetails],
  'calls-every-account-an-enabled-loan': [...fullLists, ...details],
  'lists-a-blocked-account-again-as-enabled': fullLists,
  'shows-co-owner-of-p1': [...listsOfP1, 'details of savings'],
  'shows-co-owner-of-p2': ['list P2', 'details of P2'],
  'shows-co-owner-of-p3': ['list P3'],
  'shows-a-person-as-owner-of-a-business-account': [...listsOfP1, ...firstDetails],
  'shows-another-owner-of-a4': ['list A4'],
  'gives-p5-the-account-of-another': emptyList,
  'writes-links-of-an-empty-list-as-object': emptyList,
  'seals-nothing-for-an-empty-list': emptyList,
  'sends-empty-lists-plain': ['sealed list P5'],
  'seals-empty-lists-to-its-own-key': ['sealed list P5'],
  ...Object.fromEntries(
    ['cards', 'roles'].flatMap((endpoint) => [
      [`delivers-${endpoint}`, ofSavings(endpoint)],
      [`delivers-${endpoint}-of-the-second-account`, [`${endpoint} of savings`]],
      [`delivers-${endpoint}-of-persons`, [endpoint]],
      [`forbids-${endpoint}`, ofSavings(endpoint)],
      [`has-no-${endpoint}`, ofSavings(endpoint)],
    ]),
  ),
  'serves-debtors-without-notice': ['list P4'],
  'answers-empty-without-notice': ['list P4'],
  'says-unknown-without-notice': ['list P4'],
  'breaks-without-notice': ['list P4'],
  'moves-the-accounts-without-notice': ['list P4'],
  'loses-transactions-inside-a-page': pageTwo,
  'ends-at-page-one': ['page 1'],
  'ends-at-page-two': pageTwo,
  'delivers-the-first-thousand-only': pages,
  'delivers-fifty-twice-and-loses-fifty': pageTwo,
  'delivers-reservations-in-place-of-bookings': pageTwo,
  'delivers-old-transactions-in-place-of-new-ones': pageTwo,
  'leads-back-from-page-two': pageTwo,
  'leads-from-page-one-to-itself': ['page 1'],
  'breaks-on-page-two': pageTwo,
}
