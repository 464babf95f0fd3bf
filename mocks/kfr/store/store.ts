import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { openDatabase } from './database.ts'
import { createRegister, type Register } from './register.ts'
import { createRequests, type Requests } from './requests.ts'
import type { Secret } from './secret.ts'
import { createSpool, type Spool } from './spool.ts'

/** What the register keeps in its folder. */
export interface Store {
  readonly database: DatabaseSync
  readonly register: Register
  readonly requests: Requests
  readonly spool: Spool
  readonly secret: Secret
  readonly files: StoreFiles
  log(line: string): void
  isOpen(): boolean
  close(): void
}

/** Paths, by what an operator calls them. The journal is where the request of a reporter is found by its id. */
export interface StoreFiles {
  readonly database: readonly string[]
  readonly spool: readonly string[]
  readonly logs: readonly string[]
  readonly journal: readonly string[]
}

/** Null: a temporary folder, gone when it closes. Throws an Error for one that cannot be used. */
export function openStore(folder: string | null, secret: Secret): Store {
  const at = folder ?? mkdtempSync(join(tmpdir(), 'samsvar-kfr-'))
  const [database, spool, log] = ['register.sqlite', 'spool', 'access.log'].map((name) => join(at, name)) as Three
  mkdirSync(spool, { recursive: true, mode: 0o700 })
  const opened = openDatabase({ path: database, secret, durable: folder !== null })
  const logFile = openSync(log, 'a', 0o600)
  const pages = [database, `${database}-wal`]
  return {
    database: opened,
    register: createRegister(opened),
    requests: createRequests(opened),
    spool: createSpool(spool, secret),
    secret,
    files: { database: pages, spool: [spool], logs: [log], journal: pages },
    log: (line) => void writeSync(logFile, `${line}\n`),
    isOpen: () => opened.isOpen,
    close() {
      opened.close()
      closeSync(logFile)
      if (folder === null) rmSync(at, { recursive: true, force: true })
    },
  }
}

type Three = [string, string, string]
