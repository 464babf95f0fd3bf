import { defineFault } from '../fault.ts'
import {
  listing,
  listingFaults,
  type Mistake,
  ofParty,
  ofPersons,
  ofType,
  withMembers,
  withOwner,
  withOwnerIdentifier,
  withServicer,
  withServicerIdentifier,
} from './listed-members.ts'

/** KI-ACC-018 to -023, -025 and -026: who keeps an account, and whose it is. */

const inSchema = 'KI-ACC-001'
const marked = 'KI-KON-034'

const servicers: Readonly<Record<string, Mistake>> = {
  'names-the-servicer-without-identifier': {
    story: 'There is only one bank, so its name was thought to be enough.',
    violates: ['KI-ACC-018', marked],
    change: withServicer({ identifier: undefined }),
  },
  'leaves-out-the-servicer-of-persons': {
    story: 'The system for persons serves one bank only, and knows no servicer.',
    violates: ['KI-ACC-018', marked],
    change: withMembers({ servicer: undefined }),
    concerns: ofPersons,
  },
  'identifies-the-servicer-without-type': {
    story: 'An organisation number looks like one, so its type was left out.',
    violates: ['KI-ACC-018', inSchema, marked],
    change: withServicerIdentifier({ type: undefined }),
  },
  'identifies-the-servicer-of-loans-by-null': {
    story: 'The loan system knows a branch where the number of the bank belongs.',
    violates: ['KI-ACC-018', inSchema, marked, 'KI-FMT-002'],
    change: withServicerIdentifier({ value: null }),
    concerns: ofType('loanAccount'),
  },
  'leaves-the-number-of-the-servicer-empty': {
    story: 'The number of the bank is a setting that nobody filled in.',
    violates: ['KI-ACC-018', marked],
    change: withServicerIdentifier({ value: '' }),
  },
  'writes-servicer-as-text': {
    story: 'There is only one bank, so somebody wrote its name where an object belongs.',
    violates: ['KI-ACC-018', inSchema, marked],
    change: (shown) => ({ ...shown, servicer: shown.servicer?.name }),
  },
  'names-the-processor-as-servicer': {
    story: 'The accounts are kept by a processor, whose number stands in every row.',
    violates: ['KI-ACC-019'],
    change: withServicerIdentifier({ value: '974720760' }),
  },
  'names-the-alliance-as-servicer-of-loans': {
    story: 'Loans are kept for the whole alliance, in its name.',
    violates: ['KI-ACC-019'],
    change: withServicerIdentifier({ value: '991825827' }),
    concerns: ofType('loanAccount'),
  },
  'groups-the-digits-of-the-servicer': {
    story: 'The number of the bank is written as it stands on its letters.',
    violates: ['KI-ACC-019'],
    change: (shown, account, world) =>
      withServicerIdentifier({ value: world.bank.organisationNumber.replace(/(...)(?!$)/g, '$1 ') })(
        shown,
        account,
        world,
      ),
  },
  'takes-the-servicer-of-savings-for-a-person': {
    story: 'The type is the same constant for servicer and owner.',
    violates: ['KI-ACC-020'],
    change: withServicerIdentifier({ type: 'nationalIdentityNumber' }),
    concerns: ofType('savingsAccount'),
  },
  'lists-the-country-of-the-servicer-with-three-letters': {
    story: 'The register of banks has countries with three letters.',
    violates: ['KI-ACC-021', inSchema],
    change: withServicerIdentifier({ countryOfResidence: 'NOR' }),
  },
  'lists-the-country-of-the-servicer-as-kosovo': {
    story: 'A code that is not assigned, and that everybody uses.',
    violates: [],
    tolerates: ['KI-ACC-021'],
    change: withServicerIdentifier({ countryOfResidence: 'XK' }),
    concerns: ofType('loanAccount'),
  },
  'leaves-the-name-of-the-servicer-empty': {
    story: 'The name of the bank is a setting that nobody filled in.',
    violates: ['KI-ACC-022', inSchema, 'KI-FMT-001'],
    change: withServicer({ name: '' }),
    concerns: ofType('loanAccount'),
  },
  'lists-a-servicer-with-its-whole-address': {
    story: 'Name and address of the branch stand in one text, and it is a long one.',
    violates: ['KI-ACC-022', inSchema, 'KI-FMT-007'],
    change: withServicer({ name: 'Referansebanken, '.padEnd(141, 'avdeling ') }),
  },
}

const owners: Readonly<Record<string, Mistake>> = {
  'names-the-owner-without-identifier': {
    story: 'Who asks knows the number already, so only the name is told.',
    violates: ['KI-ACC-023', marked],
    change: withOwner({ identifier: undefined }),
    concerns: ofType('loanAccount'),
  },
  'leaves-out-the-owner-of-savings': {
    story: 'The list is of one owner, so the owner was left out of the savings.',
    violates: ['KI-ACC-023', marked],
    change: withMembers({ primaryOwner: undefined }),
    concerns: ofType('savingsAccount'),
  },
  'identifies-persons-without-type': {
    story: 'The system for persons holds persons only, and no types.',
    violates: ['KI-ACC-023', inSchema, marked],
    change: withOwnerIdentifier({ type: undefined }),
    concerns: ofPersons,
  },
  'lists-the-country-of-persons-in-small-letters': {
    story: 'The register of persons has its codes in small letters.',
    violates: ['KI-ACC-021', inSchema],
    change: withOwnerIdentifier({ countryOfResidence: 'no' }),
    concerns: ofPersons,
  },
  'lists-a-country-that-is-none': {
    story: 'The code of the language was taken for that of the country.',
    violates: ['KI-ACC-021'],
    change: withOwnerIdentifier({ countryOfResidence: 'NB' }),
    concerns: ofType('savingsAccount'),
  },
  'lists-a-permission-of-the-first-version': {
    story: 'The mapping knows a value that was dropped after version 1.0.',
    violates: ['KI-ACC-026', inSchema, 'KI-FMT-003'],
    change: withOwner({ permission: 'noRight' }),
    concerns: ofType('loanAccount'),
  },
}

const swapped = (['P1', 'P2', 'P3'] as const).map((label) =>
  defineFault({
    id: `swaps-the-type-of-${label.toLowerCase()}`,
    story: `Whether ${label} is a person is asked of the wrong register.`,
    violates: ['KI-ACC-025'],
    replaces: listing(
      withOwnerIdentifier({ type: label === 'P1' ? 'nationalIdentityNumber' : 'countryIdentificationCode' }),
      ofParty(label),
    ),
  }),
)

export const listedPartyFaults = [...listingFaults({ ...servicers, ...owners }), ...swapped]
