import type { BrokerSettings } from '../settings.ts'
import type { Due, Transfer } from '../transfer.ts'

/** Parts that no request meets by itself: what the broker finds, counts and tells. */
export interface InnerParts {
  /** What the virus scan of an upload will find, and when. */
  scan(transfer: Transfer, now: number): Due
  /** MD5 of an upload, as the broker counts it; `md5` is what it is. */
  checksumOf(transfer: Transfer, md5: string): string
  /** Waits in milliseconds, one for each time that an event of this type is sent to a subscriber. */
  announce(type: string): readonly number[]
}

/** Each is made once for a broker, so that a fault may count. */
export type InnerMakers = { readonly [Name in keyof InnerParts]: (settings: BrokerSettings) => InnerParts[Name] }

export const innerParts: InnerMakers = {
  scan:
    ({ scanMs }) =>
    (_transfer, now) => ({ what: 'clean', at: now + scanMs }),
  checksumOf: () => (_transfer, md5) => md5,
  announce: () => () => [0],
}
