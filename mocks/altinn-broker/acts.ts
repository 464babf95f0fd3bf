import type { PartyId } from '../../contracts/altinn-broker/wire.ts'

/** What callers did, for whoever judges them: more than a line of traffic, and still no body and no token. */
export interface Act {
  /** ISO 8601, UTC: when the answer began. */
  readonly at: string
  /** A name of the table in operations.ts. */
  readonly operation: string
  /** Null when the token was not believed. */
  readonly party: PartyId | null
  readonly vendor: PartyId | null
  readonly client: string | null
  readonly fileTransferId: string | null
  /** 0 when the caller hung up before there was an answer. */
  readonly status: number
  /** Query of a search, as it stood. */
  readonly query?: string
  /** Of a download: bytes that are to be sent, and whether the last of them has left by now. */
  readonly download?: Download
}

export interface Download {
  readonly bytes: number
  /** The last of them was handed over, and the caller did not hang up before it had gone. */
  whole: boolean
}

export interface Acts {
  add(act: Act): void
  /** Those after the cursor of an earlier answer, oldest first; `lost` were dropped because the number is bounded. */
  after(cursor: number): { readonly cursor: number; readonly acts: readonly Act[]; readonly lost: number }
}

export function createActs(capacity = 10_000): Acts {
  const kept: Act[] = []
  let count = 0
  return {
    add(act) {
      kept.push(act)
      count += 1
      if (kept.length > capacity) kept.shift()
    },
    after(cursor) {
      const oldest = count - kept.length
      const from = Math.min(Math.max(cursor, oldest), count)
      return { cursor: count, acts: kept.slice(from - oldest), lost: Math.max(0, oldest - Math.max(cursor, 0)) }
    },
  }
}
