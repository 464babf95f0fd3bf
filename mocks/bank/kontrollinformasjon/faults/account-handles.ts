import { isClosed, listingFaults, type Mistake, ofPersons, ofType, withMembers } from './listed-members.ts'

/** KI-ACC-003, -004, -010, -011, -014, -017 and -035: number, reference, status, type, currency and name. */

const noNumber = ['KI-ACC-003', 'KI-ACC-001', 'KI-KON-034']
const wrongCurrency = ['KI-ACC-017', 'KI-ACC-001']
const wrongStatus = ['KI-ACC-011', 'KI-ACC-001', 'KI-FMT-003']
const wrongType = ['KI-ACC-014', 'KI-ACC-001', 'KI-FMT-003']

const mistakes: Readonly<Record<string, Mistake>> = {
  'lists-currency-accounts-without-number': {
    story: 'Accounts in foreign currency have a number of another system, which is not mapped.',
    violates: noNumber,
    change: withMembers({ accountIdentifier: undefined }),
    concerns: ofType('currencyAccount'),
  },
  'lists-account-numbers-as-numbers': {
    story: 'An account number consists of digits, so the serialiser writes a number.',
    violates: ['KI-ACC-003', 'KI-ACC-001'],
    change: (shown) => ({ ...shown, accountIdentifier: Number(shown.accountIdentifier) }),
    concerns: ofType('loanAccount'),
  },
  'lists-loans-with-an-empty-number': {
    story: 'Loans have no account number in the core system, and a missing text is written as an empty one.',
    violates: [],
    tolerates: ['KI-ACC-003'],
    change: withMembers({ accountIdentifier: '' }),
    concerns: ofType('loanAccount'),
  },
  'lists-savings-of-persons-without-reference': {
    story: 'References are made when an account is first asked about, and savings of persons never were.',
    violates: ['KI-ACC-004', 'KI-ACC-001', 'KI-KON-034', 'KI-FMT-002'],
    change: withMembers({ accountReference: null }),
    concerns: (account, world) => ofType('savingsAccount')(account, world) && ofPersons(account, world),
  },
  'lists-closed-accounts-with-an-empty-reference': {
    story: 'Nothing can be asked about an account that is closed, so somebody left its reference empty.',
    violates: ['KI-ACC-004'],
    change: withMembers({ accountReference: '' }),
    concerns: isClosed,
  },
  'lists-closed-accounts-without-status': {
    story: 'The status is that of the block, and a closed account has none.',
    violates: ['KI-ACC-010', 'KI-KON-035'],
    change: withMembers({ status: undefined }),
    concerns: isClosed,
  },
  'lists-loans-with-a-null-status': {
    story: 'A loan can be neither blocked nor used, so its status is unknown.',
    violates: ['KI-ACC-010', 'KI-KON-035'],
    change: withMembers({ status: null }),
    concerns: ofType('loanAccount'),
  },
  'calls-closed-accounts-closed': {
    story: 'The word of the core system goes out where the standard has a word of its own.',
    violates: wrongStatus,
    change: withMembers({ status: 'closed' }),
    concerns: isClosed,
  },
  'shouts-the-status-of-loans': {
    story: 'The enumeration of the loan system is written in capitals.',
    violates: wrongStatus,
    change: withMembers({ status: 'DISABLED' }),
    concerns: ofType('loanAccount'),
  },
  'calls-savings-deposits': {
    story: 'Savings are deposits to the accountants, and the mapping is theirs.',
    violates: wrongType,
    change: withMembers({ type: 'depositAccount' }),
    concerns: ofType('savingsAccount'),
  },
  'capitalises-the-type-of-accounts-without-balance': {
    story: 'The newest type was added to the mapping by hand, in the spelling of a class.',
    violates: wrongType,
    change: withMembers({ type: 'AccountWithoutBalance' }),
    concerns: ofType('accountWithoutBalance'),
  },
  'lists-currencies-in-small-letters': {
    story: 'The front end likes small letters, and shares its mapping with the interface.',
    violates: wrongCurrency,
    change: withMembers({ currency: 'nok' }),
  },
  'lists-kroner-by-their-sign': {
    story: 'The sign of the currency goes out in place of its code.',
    violates: wrongCurrency,
    change: withMembers({ currency: 'kr' }),
    concerns: ofType('loanAccount'),
  },
  'lists-currencies-with-four-letters': {
    story: 'The code is followed by a letter of the core system, which the pattern of the standard lets through.',
    violates: wrongCurrency,
    change: withMembers({ currency: 'NOKK' }),
    concerns: ofPersons,
  },
  'writes-currency-as-number': {
    story: 'The core system keeps the numeric code of ISO 4217, and it goes out as it is.',
    violates: wrongCurrency,
    change: (shown) => ({ ...shown, currency: shown.currency === 'NOK' ? 578 : 978 }),
  },
  'lists-a-currency-that-nobody-knows': {
    story: 'Somebody took the code of the country for that of the money.',
    violates: ['KI-ACC-017'],
    change: withMembers({ currency: 'NOR' }),
    concerns: ofType('savingsAccount'),
  },
  'lists-a-currency-of-before-the-euro': {
    story: 'The table of currencies is from the last century.',
    violates: ['KI-ACC-017'],
    change: withMembers({ currency: 'DEM' }),
    concerns: ofType('currencyAccount'),
  },
  'lists-the-names-that-customers-gave-their-savings': {
    story: 'Customers may give an account a name, and it is delivered like every other member.',
    violates: ['KI-ACC-035', 'KI-KON-036'],
    change: withMembers({ name: 'Hyttedrømmen' }),
    concerns: ofType('savingsAccount'),
  },
}

export const accountHandleFaults = listingFaults(mistakes)
