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
  /** Active becomes historical (AGR 4.4). False where nothing is active. More than one statement. */
  end(relation: Omit<StoredRelation, 'since'> & { readonly until: IsoDate }): boolean
  /** Whatever was there in some part of the period, by day of beginning. */
  find(customer: Uint8Array, period: Period): readonly StoredRelation[]
  put(relation: StoredRelation): void
  /** How many were taken out. */
  remove(relation: Pick<StoredRelation, 'institution' | 'customer'>): number
  /** Everything that an institution has ever reported. */
  removeAll(institution: string): number
  /** More than one statement: everything active of an institution that has ceased becomes historical (AGR 4.6). */
  cease(institution: string, day: IsoDate): number
  /** Takes out what ended before that day (AGR 4.6). */
  erase(before: IsoDate): number
  count(): { readonly active: number; readonly historical: number }
}

export function createRegister(database: DatabaseSync): Register {
  const statement = (text: string) => database.prepare(text)
  const activate = statement(
    'insert into active (customer, institution, since) values (?, ?, ?) on conflict do nothing',
  )
  const deactivate = statement('delete from active where customer = ? and institution = ? returning since')
  const archive = statement(
    'insert into past (customer, institution, since, until) values (?, ?, ?, ?) on conflict do nothing',
  )
  const find = statement(
    `select institution, customer, since, null as until from active where customer = ?1 and since <= ?2
     union all
     select institution, customer, since, until from past where customer = ?1 and since <= ?2 and until >= ?3
     order by since, institution`,
  )
  const forget = ['active', 'past'].map((table) =>
    statement(`delete from ${table} where customer = ? and institution = ?`),
  )
  const forgetAll = ['active', 'past'].map((table) => statement(`delete from ${table} where institution = ?`))
  const archiveAll = statement(
    `insert into past (customer, institution, since, until)
     select customer, institution, since, ?1 from active where institution = ?2 on conflict do nothing`,
  )
  const erase = statement('delete from past where until < ?')
  const count = ['active', 'past'].map((table) => statement(`select count(*) as count from ${table}`))
  const put: Register['put'] = ({ institution, customer, since, until }) => {
    if (until === null) activate.run(customer, institution, since)
    else archive.run(customer, institution, since, until)
  }
  return {
    put,
    add: ({ institution, customer, since }) => activate.run(customer, institution, since).changes === 1,
    end({ institution, customer, until }) {
      const was = deactivate.get(customer, institution) as { readonly since: IsoDate } | undefined
      if (was !== undefined) put({ institution, customer, since: was.since, until })
      return was !== undefined
    },
    find: (customer, { from, to }) => find.all(customer, to, from) as unknown as readonly StoredRelation[],
    remove: ({ institution, customer }) => sum(forget.map((one) => one.run(customer, institution).changes)),
    removeAll: (institution) => sum(forgetAll.map((one) => one.run(institution).changes)),
    cease(institution, day) {
      archiveAll.run(day, institution)
      return Number(forgetAll[0]?.run(institution).changes)
    },
    erase: (before) => Number(erase.run(before).changes),
    count() {
      const [active = 0, historical = 0] = count.map((one) => Number(one.get()?.count))
      return { active, historical }
    },
  }
}

const sum = (changes: readonly (number | bigint)[]) => changes.reduce<number>((all, one) => all + Number(one), 0)
