import { MatchersV3 } from '@pact-foundation/pact'
import { enumerations } from '../../../contracts/kontrollinformasjon/enumerations.ts'
import type { Request } from '../../kit/ask/request.ts'
import type { EstateCase } from '../bosiden.ts'
import { examples, type State, states } from './states.ts'

/** What bosiden needs of a bank: one row is one question, the state it is put in, and as much of the answer as is used. */
export interface Interaction {
  readonly description: string
  readonly state: State
  readonly question: (estate: EstateCase) => Request
  readonly status: number
  readonly body: object
}

const { eachLike, regex, string } = MatchersV3

const responseDetails = { status: regex(oneOf(enumerations.ResponseStatus), 'complete') }

const organisation = {
  value: regex('^([0-9]{9}|[0-9]{11})$', '910336819'),
  type: regex(oneOf(enumerations.IdentifierType), 'countryIdentificationCode'),
}

/** What the konkurs profile marks TO and SU (catalogue 2.2); everything else a bank may leave out. */
const account = {
  accountIdentifier: string('90010012349'),
  accountReference: string(examples.accountReference),
  status: regex(oneOf(enumerations.AccountStatus), 'disabled'),
  servicer: { identifier: organisation },
  primaryOwner: { identifier: organisation },
}

const refused = { code: 'ACC-001', message: string('The request was refused') }

/** A reference that a bank knows; nothing is asked before the list was. */
const { accountReference } = examples

export const interactions: readonly Interaction[] = [
  {
    description: 'the list of accounts',
    state: states.withAccounts,
    question: ({ list }) => list,
    status: 200,
    body: { responseDetails, accounts: eachLike(account) },
  },
  {
    description: 'an empty list of accounts',
    state: states.withoutAccounts,
    question: ({ list }) => list,
    status: 200,
    body: { responseDetails, accounts: [] },
  },
  {
    description: 'a list of accounts with a mandate that does not exist',
    state: states.withAccounts,
    question: ({ list }) => ({ ...list, headers: { ...list.headers, 'Legal-Mandate': 'ERROR' } }),
    status: 400,
    body: refused,
  },
  {
    description: 'the details of an account',
    state: states.withAccounts,
    question: ({ on }) => on('details', accountReference),
    status: 200,
    body: { responseDetails, account },
  },
  {
    description: 'the transactions of an account',
    state: states.withTransactions,
    question: ({ on }) => on('transactions', accountReference),
    status: 200,
    body: { responseDetails, transactions: eachLike({ transactionIdentifier: string('2026-000001') }) },
  },
  {
    description: 'the cards of an account, which konkurs does not cover',
    state: states.withAccounts,
    question: ({ on }) => on('cards', accountReference),
    status: 400,
    body: refused,
  },
  {
    description: 'the roles of an account, which konkurs does not cover',
    state: states.withAccounts,
    question: ({ on }) => on('roles', accountReference),
    status: 400,
    body: refused,
  },
]

function oneOf(values: readonly string[]): string {
  return `^(${values.join('|')})$`
}
