import { type IsoDate, minusMonths } from '../../../contracts/calendar.ts'
import type { OrganisationNumber } from '../../../contracts/identity/organisation-number.ts'
import type { KfrOperation } from '../../../contracts/kfr/operations.ts'
import type { CustomerNumber, Relation } from '../../../contracts/kfr/wire.ts'
import type { KarRelation } from '../kar.ts'
import type { Period, StoredRelation } from '../store/register.ts'
import { createSecret, type Secret } from '../store/secret.ts'
import type { Spool } from '../store/spool.ts'
import type { Store } from '../store/store.ts'
import { transaction } from '../store/transaction.ts'

/** Parts that no request meets by itself: what the register does with what it keeps. */
export interface InnerParts {
  /** False where it is active already. */
  begin(store: Store, relation: { institution: string; customer: CustomerNumber; since: IsoDate }): boolean
  finish(store: Store, relation: { institution: string; customer: CustomerNumber; until: IsoDate }): boolean
  /** An entry of a batch becomes a relationship. */
  /** `day`: that of the batch. */
  ingest(store: Store, relation: { institution: string; customer: CustomerNumber; since: IsoDate }, day: IsoDate): void
  find(store: Store, customer: CustomerNumber, period: Period): readonly StoredRelation[]
  /** First day that is still served and kept. */
  horizon(today: IsoDate, years: number): IsoDate
  /** What is made of numbers and files before they are kept. */
  protect(material: Uint8Array): Secret
  /** What becomes of the file of a batch that is stored. */
  discard(spool: Spool, id: string): void
  /** Whether reports are written down to be found by their id. */
  readonly keepsTrace: boolean
  /** What the log has of a request. `customer` as it stood in the header. */
  logLine(logged: Logged): string
  /** An institution has ceased to exist. How many relationships became historical. */
  cease(store: Store, institution: string, day: IsoDate): number
  /** One row of a look-up, from all that is known of one institution. */
  row(known: Known): Relation
}

interface Logged {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly operation: KfrOperation
  readonly status: number
  /** Of a report; null where an agency asks. */
  readonly correlation: string | null
  readonly customer: string | null
}

interface Known {
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
    transaction(store.database, () => store.register.add({ ...relation, customer: store.secret.cover(customer) })),
  finish: (store, { customer, ...relation }) =>
    transaction(store.database, () => store.register.end({ ...relation, customer: store.secret.cover(customer) })),
  ingest: (store, { customer, ...relation }) =>
    void store.register.add({ ...relation, customer: store.secret.cover(customer) }),
  find: (store, customer, period) => store.register.find(store.secret.cover(customer), period),
  protect: createSecret,
  keepsTrace: true,
  discard: (spool, id) => spool.remove(id),
  logLine: ({ at, operation, status, correlation }) =>
    [at, operation, status, ...(correlation === null ? [] : [correlation])].join(' '),
  cease: (store, institution, day) => store.register.cease(institution, day),
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
