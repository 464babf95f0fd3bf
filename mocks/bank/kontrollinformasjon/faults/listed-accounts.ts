import type { RequestHandler } from 'express'
import type { Account } from '../../world/model.ts'
import { type Label, partyNamed } from '../../world/parties.ts'
import { accountInList } from '../answers/account.ts'
import { type Context, contextOf } from '../context.ts'
import { defineFault, type Fault } from '../fault.ts'
import { findAccount, unknownAccountPolicy } from '../parts/find-account.ts'
import { type ListPolicy, listAccounts } from '../parts/list-accounts.ts'
import { listTransactions } from '../parts/list-transactions.ts'
import { showAccount } from '../parts/show-account.ts'
import { completenessPolicy, stateCompleteness } from '../parts/state-completeness.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { on, where } from './where.ts'

/** KI-ACC-002, -007, -008, -030, -031 and -033: which accounts are listed, and whether they can be asked about. */

const isAbout = (label: Label, { services, found }: Context) =>
  found.debtor === partyNamed(services.world.parties, label).id

const body = (change: ListPolicy['body']): Fault['replaces'] => ({ listAccounts: listAccounts({ body: change }) })

const without = (isLeftOut: (account: Account) => boolean): Fault['replaces'] => ({
  listAccounts: listAccounts({ select: (accounts) => accounts.filter((account) => !isLeftOut(account)) }),
})

const arrays = [
  defineFault({
    id: 'has-null-in-place-of-an-empty-list',
    story: 'A query that finds nothing gives null, and it goes out as it is.',
    violates: ['KI-ACC-002', 'KI-ACC-001', 'KI-KON-038', 'KI-FMT-002'],
    replaces: body((accounts, context) => ({ accounts: isAbout('P5', context) ? null : accounts })),
  }),
  defineFault({
    id: 'leaves-out-an-empty-list',
    story: 'The serialiser drops what is empty.',
    violates: ['KI-ACC-002', 'KI-ACC-001', 'KI-KON-038'],
    replaces: body((accounts, context) => (isAbout('P5', context) ? {} : { accounts })),
  }),
  defineFault({
    id: 'lists-a-single-account-as-object',
    story: 'The list is made from XML, where one element and a list of one look the same.',
    violates: ['KI-ACC-002', 'KI-ACC-001', 'KI-FMT-005'],
    replaces: body((accounts, context) => ({ accounts: isAbout('A5', context) ? accounts[0] : accounts })),
  }),
]

type Entry = Readonly<Record<string, unknown>>

const handles = [
  defineFault({
    id: 'gives-a-loan-the-reference-of-another-account',
    story: 'The reference is one of the customer agreement, and the loan is under the same one.',
    violates: ['KI-ACC-007'],
    replaces: body((accounts) => ({
      accounts: (accounts as readonly Entry[]).map((one) =>
        one.type === 'loanAccount' ? { ...one, accountReference: (accounts[0] as Entry).accountReference } : one,
      ),
    })),
  }),
  defineFault({
    id: 'lists-a-sub-account-under-the-reference-of-the-main-one',
    story: 'An account in two currencies has one number and one reference.',
    violates: ['KI-ACC-007'],
    replaces: body((accounts, context) => ({
      accounts: isAbout('A8', context)
        ? [...accounts, ...(accounts as readonly Entry[]).map((one) => ({ ...one, currency: 'USD' }))]
        : accounts,
    })),
  }),
]

/** Refused by reference, although the list has just named it. */
const refusing =
  (isRefused: (account: Account) => boolean, refusal: () => Refusal, usual: RequestHandler): RequestHandler =>
  (request, response, next) => {
    const { account } = contextOf(response).found
    if (account !== undefined && isRefused(account)) throw refusal()
    return usual(request, response, next)
  }

const uses = [
  defineFault({
    id: 'does-not-know-its-loans-by-reference',
    story: 'The references of loans are made by another system than the one that looks them up.',
    violates: ['KI-ACC-008'],
    replaces: {
      findAccount: findAccount({
        isHidden: (account, context) =>
          account.type === 'loanAccount' || unknownAccountPolicy.isHidden(account, context),
      }),
    },
  }),
  defineFault({
    id: 'breaks-on-details-of-accounts-without-balance',
    story: 'The details begin with the balance, and nobody thought of accounts that have none.',
    violates: ['KI-ACC-008'],
    replaces: {
      showAccount: refusing(({ type }) => type === 'accountWithoutBalance', refusals.technical, showAccount()),
    },
  }),
  defineFault({
    id: 'forbids-transactions-of-currency-accounts',
    story: 'Transactions in foreign currency belong to another service, to which the consumer has no access.',
    violates: ['KI-ACC-008'],
    replaces: {
      listTransactions: refusing(
        ({ type }) => type === 'currencyAccount',
        () => refusals.forbidden('The consumer may not read these transactions'),
        listTransactions(),
      ),
    },
  }),
  defineFault({
    id: 'forgets-the-details-of-deleted-accounts',
    story: 'What is closed is deleted, and of what is deleted nothing is kept but the line in the list.',
    violates: [],
    tolerates: ['KI-ACC-008'],
    replaces: {
      listAccounts: listAccounts({
        show: (account, world) => ({
          ...accountInList(account, world),
          ...(account.closed !== null && { status: 'deleted' }),
        }),
      }),
      showAccount: refusing(
        ({ closed }) => closed !== null,
        () => refusals.unknown('There is no account with this accountReference'),
        showAccount(),
      ),
    },
  }),
]

/** A missing date is another matter (KI-REQ-017), and there the period is looked at as it should be. */
const whenBothDatesAreGiven = (changes: Partial<ListPolicy>): RequestHandler => {
  const [faulty, usual] = [listAccounts(changes), listAccounts()]
  return (request, response, next) => {
    const { fromDate, toDate } = request.query
    return (fromDate === undefined || toDate === undefined ? usual : faulty)(request, response, next)
  }
}

const isOwnedEver: ListPolicy['isOwned'] = ({ owned }, { to }) => owned.from <= to

const held = 'Closed accounts can be had by hand only'

const closings = [
  defineFault({
    id: 'lists-open-accounts-only',
    story: 'The list is that of the netbank, which hides what is closed.',
    violates: ['KI-ACC-030', 'KI-ACC-032', 'KI-ACC-033'],
    replaces: without(({ closed }) => closed !== null),
  }),
  defineFault({
    id: 'keeps-closed-accounts-to-be-asked-for',
    story: 'Closed accounts lie in an archive that the interface does not reach, and the answer says so.',
    violates: [],
    tolerates: ['KI-ACC-030', 'KI-ACC-032'],
    replaces: {
      ...without(({ closed }) => closed !== null),
      stateCompleteness: where(
        on('accounts'),
        stateCompleteness({ detailsOf: () => ({ status: 'partial', message: held }) }),
        stateCompleteness(),
      ),
    },
  }),
  defineFault({
    id: 'leaves-out-closed-accounts-and-gives-no-reason',
    story: 'The answer is marked as partial, and the text that belongs to it was to be written later.',
    violates: ['KI-RSP-004', 'KI-ACC-030', 'KI-ACC-032', 'KI-ACC-033', 'KI-KON-035'],
    replaces: {
      ...without(({ closed }) => closed !== null),
      stateCompleteness: stateCompleteness({
        detailsOf: (context) =>
          context.operation === 'accounts' ? { status: 'partial' } : completenessPolicy.detailsOf(context),
      }),
    },
  }),
  defineFault({
    id: 'lists-all-accounts-that-ever-were',
    story: 'The period is used for transactions, and nobody thought that accounts have one too.',
    violates: ['KI-ACC-031', 'KI-ACC-029', 'KI-DET-015'],
    replaces: { listAccounts: whenBothDatesAreGiven({ isOwned: isOwnedEver }) },
  }),
  defineFault({
    id: 'lists-old-accounts-without-their-dates',
    story: 'The archive is listed as well, and it has no dates of ownership.',
    violates: ['KI-ACC-031', 'KI-DET-015'],
    replaces: {
      listAccounts: whenBothDatesAreGiven({
        isOwned: isOwnedEver,
        show: (account, world) => {
          const shown = accountInList(account, world)
          const { startDate: _, endDate: _end, ...owner } = shown.primaryOwner ?? {}
          return account.closed === null ? shown : { ...shown, primaryOwner: owner }
        },
      }),
    },
  }),
]

const leftOut: Readonly<Record<string, readonly [string, (account: Account) => boolean]>> = {
  'leaves-out-loans': ['The loan system has an interface of its own.', ({ type }) => type === 'loanAccount'],
  'leaves-out-accounts-without-balance': [
    'An account is listed with its balance, and those without any are lost on the way.',
    ({ type }) => type === 'accountWithoutBalance',
  ],
  'leaves-out-accounts-that-passed-to-another': [
    'Who owned an account is asked of the present, and the former owner is forgotten.',
    ({ owned, closed }) => owned.to !== null && closed === null,
  ],
}

const omissions = Object.entries(leftOut).map(([id, [story, isLeftOut]]) =>
  defineFault({ id, story, violates: ['KI-ACC-033'], replaces: without(isLeftOut) }),
)

export const listedAccountFaults = [...arrays, ...handles, ...uses, ...closings, ...omissions]
