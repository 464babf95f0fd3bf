import { DatabaseSync } from 'node:sqlite'
import type { Secret } from './secret.ts'

/** The tables of the register. No customer number stands in any of them. */

const schema = `
  create table if not exists meta (name text primary key, value blob not null) strict;
  create table if not exists active (
    customer blob not null, institution text not null, since text not null, primary key (customer, institution)
  ) strict, without rowid;
  create table if not exists past (
    customer blob not null, institution text not null, since text not null, until text not null,
    primary key (customer, institution, since, until)
  ) strict, without rowid;
  create table if not exists batch (
    id text primary key, correlation text not null, institution text not null, day text not null,
    entries integer not null, done integer not null default 0
  ) strict;
  create table if not exists request (
    correlation text not null, at text not null, institution text, operation text not null, customer blob,
    status integer not null, code text
  ) strict;
  create index if not exists request_correlation on request (correlation);
`

/** A batch comes in no order, so that its pages are written again and again where they are not kept in memory. */
const pragmas = (durable: boolean) => `
  pragma journal_mode = wal;
  pragma synchronous = ${durable ? 'full' : 'off'};
  pragma secure_delete = on;
  pragma cache_size = -32768;
  pragma wal_autocheckpoint = 4000;
`

interface DatabaseOptions {
  readonly path: string
  readonly secret: Secret
  /** Whether what was committed must outlive a loss of power, too. */
  readonly durable: boolean
}

/** Opens or makes it. Throws an Error when it was made with another secret. */
export function openDatabase({ path, secret, durable }: DatabaseOptions): DatabaseSync {
  const database = new DatabaseSync(path)
  try {
    database.exec(pragmas(durable))
    database.exec(schema)
    requireOurs(database, secret)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function requireOurs(database: DatabaseSync, secret: Secret): void {
  const mark = secret.cover('mark')
  const kept = database.prepare(`select value from meta where name = 'mark'`).get()?.value
  if (kept === undefined) database.prepare(`insert into meta (name, value) values ('mark', ?)`).run(mark)
  else if (!mark.equals(kept as Uint8Array)) {
    throw new Error(
      'The folder of the register was made with another secret; give the keystore that it was made with, or move the folder away',
    )
  }
}
