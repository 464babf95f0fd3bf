import type { IsoDate } from '../../contracts/calendar.ts'
import type { Directory } from '../directory.ts'
import type { Period } from './store/register.ts'

/** Konto- og adresseringsregisteret, which stands behind the look-ups: who has accounts at banks within NICS. */

export interface KarRelation {
  readonly customer: string
  readonly institution: string
  readonly role: 'owner' | 'disponent'
  /** Whether the account takes credits through NICS. */
  readonly active: boolean
  readonly since: string
  /** Last day; left out while it lasts. */
  readonly until?: string
}

export interface KarContent {
  readonly relations: readonly KarRelation[]
  /** By account number, the organisation number of the bank that keeps it. */
  readonly accounts: Readonly<Record<string, string>>
  /**
   * Accounts that receive for customers of an institution without accounts of its own (AGR 4.3), by account number: the
   * institution that uses it, as in its registration form.
   */
  readonly collectionAccounts: Readonly<Record<string, string>>
}

export interface Kar {
  find(customer: string, period: Period): readonly KarRelation[]
  /** Who keeps the account, or uses it for collecting; null where nobody knows it. */
  provider(account: string): string | null
  /** Who keeps it, whoever uses it. */
  keeper(account: string): string | null
}

/** Synthetic, and the samples of docs/kfr-register.md; `kar` of the options replaces all of it. */
export const exampleKar: KarContent = {
  relations: [
    { customer: '01865210090', institution: '310000140', role: 'owner', active: true, since: '2015-03-02' },
    { customer: '41845510057', institution: '310000140', role: 'disponent', active: true, since: '2018-09-17' },
    { customer: '310000167', institution: '310000140', role: 'owner', active: true, since: '2019-01-07' },
  ],
  accounts: { '95770100012': '310000140', '95770100020': '310000140' },
  collectionAccounts: { '95770100020': '314703103' },
}

/** Whom a control call may look up where no configuration names anybody: K1 is who KAR knows first. */
export const exampleCustomers: Directory = { K1: { id: '01865210090' } }

export const createKar = ({ relations, accounts, collectionAccounts }: KarContent): Kar => ({
  find: (customer, { from, to }) =>
    relations.filter(
      (relation) =>
        relation.customer === customer &&
        (relation.since as IsoDate) <= to &&
        (relation.until === undefined || (relation.until as IsoDate) >= from),
    ),
  keeper: (account) => accounts[account] ?? null,
  provider: (account) => collectionAccounts[account] ?? accounts[account] ?? null,
})
