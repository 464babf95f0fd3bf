import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
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
  isOpen(): boolean
  close(): void
}

/** Null: a temporary folder, gone when it closes. Throws an Error for one that cannot be used. */
export function openStore(folder: string | null, secret: Secret): Store {
  const at = folder ?? mkdtempSync(join(tmpdir(), 'samsvar-kfr-'))
  mkdirSync(at, { recursive: true, mode: 0o700 })
  const database = openDatabase({ path: join(at, 'register.sqlite'), secret, durable: folder !== null })
  return {
    database,
    register: createRegister(database),
    requests: createRequests(database),
    spool: createSpool(at, secret),
    secret,
    isOpen: () => database.isOpen,
    close() {
      database.close()
      if (folder === null) rmSync(at, { recursive: true, force: true })
    },
  }
}
