import type { DatabaseSync } from 'node:sqlite'
import type { KfrOperation } from '../../../contracts/kfr/operations.ts'

/**
 * What reporters asked, to be found by the id of the request (AGR 4.7). What agencies ask is not written down anywhere:
 * nobody shall be able to tell who asked about whom.
 */
export interface TracedRequest {
  readonly correlation: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly institution: string | null
  readonly operation: KfrOperation
  readonly customer: Uint8Array | null
  readonly status: number
  readonly code: string | null
}

export interface Requests {
  write(request: TracedRequest): void
  find(correlation: string): readonly TracedRequest[]
}

export function createRequests(database: DatabaseSync): Requests {
  const columns = 'correlation, at, institution, operation, customer, status, code'
  const write = database.prepare(`insert into request (${columns}) values (?, ?, ?, ?, ?, ?, ?)`)
  const find = database.prepare(`select ${columns} from request where correlation = ? order by rowid`)
  return {
    write({ correlation, at, institution, operation, customer, status, code }) {
      write.run(correlation.toLowerCase(), at, institution, operation, customer, status, code)
    },
    find: (correlation) => find.all(correlation.toLowerCase()) as unknown as readonly TracedRequest[],
  }
}
