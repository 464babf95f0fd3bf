import { type buildConnector, Client } from 'undici'
import { largestHead } from '../ask/limits.ts'
import type { Measured } from './measured.ts'

/** One connection at a time to a server, opened when it is first asked on, and again when it was closed. */
export interface Lane {
  readonly client: Client
  /** What is asked on it now. */
  sample: Measured | null
  /** Milliseconds from the start of the window; since then nothing was asked on it. */
  idleSince: number
}

/** @param now milliseconds from the start of the window */
export function openLane(
  origin: string,
  connector: buildConnector.connector,
  now: () => number,
  opening: () => void,
): Lane {
  const client = new Client(origin, {
    connect: (to, callback) => {
      opening()
      const socket = connector(to, callback) as unknown as NodeJS.EventEmitter | undefined
      const { sample } = lane
      // Before the client's own listener, which writes the request at once.
      socket?.prependOnceListener('connect', () => {
        if (sample !== null) sample.connected = now()
      })
      socket?.prependOnceListener('secureConnect', () => {
        if (sample !== null) sample.secured = now()
      })
    },
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 4000,
    maxHeaderSize: largestHead,
  })
  const lane: Lane = { client, sample: null, idleSince: Number.POSITIVE_INFINITY }
  return lane
}
