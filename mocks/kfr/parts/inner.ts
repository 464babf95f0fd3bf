import { type IsoDate, minusMonths } from '../../../contracts/calendar.ts'
import type { OrganisationNumber } from '../../../contracts/identity/organisation-number.ts'
import type { CustomerNumber, Relation } from '../../../contracts/kfr/wire.ts'
import type { KarRelation } from '../kar.ts'
import type { Period, StoredRelation } from '../store/register.ts'
import type { Store } from '../store/store.ts'
import { transaction } from '../store/transaction.ts'

/** Parts that no request meets by itself: what the register does with what it keeps. */
export interface InnerParts {
  /** False where it is active already. */
  begin(store: Store, relation: { institution: string; customer: CustomerNumber; since: IsoDate }): boolean
  finish(store: Store, relation: { institution: string; customer: CustomerNumber; until: IsoDate }): boolean
  /** An entry of a batch becomes a relationship. */
  ingest(store: Store, relation: { institution: string; customer: CustomerNumber; since: IsoDate }): void
  find(store: Store, customer: CustomerNumber, period: Period): readonly StoredRelation[]
  /** First day that is still served and kept. */
  horizon(today: IsoDate, years: number): IsoDate
  /** One row of a look-up, from all that is known of one institution. */
  row(known: Known): Relation
}

export interface Known {
  readonly institution: string
  readonly name: string
  /** What KAR has of it; empty where the register alone knows. */
  readonly kar: readonly KarRelation[]
  readonly toDate: IsoDate
  readonly today: IsoDate
  readonly withOwnership: boolean
}

export const innerParts: InnerParts = {
  begin: (store, { customer, ...relation }) =>
    transaction(store.database, () => store.register.add({ ...relation, customer: store.secret.digest(customer) })),
  finish: (store, { customer, ...relation }) =>
    transaction(store.database, () => store.register.end({ ...relation, customer: store.secret.digest(customer) })),
  ingest: (store, { customer, ...relation }) =>
    void store.register.add({ ...relation, customer: store.secret.digest(customer) }),
  find: (store, customer, period) => store.register.find(store.secret.digest(customer), period),
  horizon: (today, years) => minusMonths(today, years * 12),
  // The register keeps neither accounts nor roles: false and unknown is what it can say of a customer.
  row: ({ institution, name, kar, toDate, today, withOwnership }) => ({
    organizationID: institution as OrganisationNumber,
    bankName: name,
    activeAccount: toDate === today && kar.some(({ role, active }) => role === 'owner' && active),
    ...(withOwnership ? { ownershipType: ownershipIn(kar) } : {}),
  }),
}

const ownershipIn = (kar: readonly KarRelation[]) =>
  kar.length === 0 ? 'unknown' : kar.some(({ role }) => role === 'owner') ? 'primaryOwner' : 'notPrimaryOwner'
