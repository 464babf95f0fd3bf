import type { DatabaseSync } from 'node:sqlite'
import type { IsoDate } from '../../../contracts/calendar.ts'

/** Who is, or was, a customer where. Days are inclusive; a customer is a digest. */

export interface Period {
  readonly from: IsoDate
  readonly to: IsoDate
}

export interface StoredRelation {
  readonly institution: string
  readonly customer: Uint8Array
  readonly since: IsoDate
  /** Last day; null while it lasts. */
  readonly until: IsoDate | null
}

export interface Register {
  /** False where it is active already: it keeps its first day then (KFRO-014). */
  add(relation: Omit<StoredRelation, 'until'>): boolean
  /** Active becomes historical (AGR 4.4). False where nothing is active. */
  end(relation: Omit<StoredRelation, 'since'> & { readonly until: IsoDate }): boolean
  /** Whatever was there in some part of the period, by day of beginning. */
  find(customer: Uint8Array, period: Period): readonly StoredRelation[]
  put(relation: StoredRelation): void
  /** How many were taken out. */
  remove(relation: Pick<StoredRelation, 'institution' | 'customer'>): number
  /** Everything that an institution has ever reported. */
  removeAll(institution: string): number
  /** Everything active of an institution that has ceased becomes historical (AGR 4.6). */
  cease(institution: string, day: IsoDate): number
  /** Takes out what ended before that day (AGR 4.6). */
  erase(before: IsoDate): number
  count(): { readonly active: number; readonly historical: number }
}

export function createRegister(database: DatabaseSync): Register {
  const insert = database.prepare(
    'insert into relation (institution, customer, since, until) values (?, ?, ?, ?) on conflict do nothing',
  )
  const end = database.prepare('update relation set until = ? where institution = ? and customer = ? and until is null')
  const find = database.prepare(
    `select institution, customer, since, until from relation
     where customer = ? and since <= ? and (until is null or until >= ?) order by since, id`,
  )
  const remove = database.prepare('delete from relation where institution = ? and customer = ?')
  const removeAll = database.prepare('delete from relation where institution = ?')
  const cease = database.prepare('update relation set until = ? where institution = ? and until is null')
  const erase = database.prepare('delete from relation where until < ?')
  const count = database.prepare('select count(*) - count(until) as active, count(until) as historical from relation')
  return {
    add: ({ institution, customer, since }) => insert.run(institution, customer, since, null).changes === 1,
    end: ({ institution, customer, until }) => end.run(until, institution, customer).changes === 1,
    find: (customer, { from, to }) => find.all(customer, to, from) as unknown as readonly StoredRelation[],
    put: ({ institution, customer, since, until }) => void insert.run(institution, customer, since, until),
    remove: ({ institution, customer }) => Number(remove.run(institution, customer).changes),
    removeAll: (institution) => Number(removeAll.run(institution).changes),
    cease: (institution, day) => Number(cease.run(day, institution).changes),
    erase: (before) => Number(erase.run(before).changes),
    count: () => count.get() as { active: number; historical: number },
  }
}
