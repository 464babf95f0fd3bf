import type { RequestListener } from 'node:http'
import type { IsoDate } from '../../../contracts/calendar.ts'
import { nobody } from '../../../contracts/control/nobody.ts'
import type { Control } from '../../../contracts/control/protocol.ts'
import type { Request } from '../ask/request.ts'
import type { Target } from '../target.ts'
import { root, serve } from './servers.ts'

/** A participant of a few lines on a real socket, and parties that only note what they are told. */

export interface FakeTarget extends Target {
  /** What the parties were told, in order: `calm`, `forget`, `certpub outage`, `mint`. */
  readonly told: string[]
}

export async function fakeTarget(handler: RequestListener, changes: Partial<Target> = {}): Promise<FakeTarget> {
  const { origin, close } = await serve(handler)
  const told: string[] = []
  return {
    kind: 'external',
    faults: [],
    participant: { name: 'Testbanken', organisationNumber: '999999999' },
    baseUrl: `${origin}/v2`,
    trust: [root],
    keys: [],
    fixtures: {},
    production: null,
    external: [],
    servicers: ['999999999'],
    capabilities: {},
    day: '2026-11-20' as IsoDate,
    deadlineMs: 5000,
    control: controlThatNotes(told),
    config: {},
    known: { identifiers: [], secrets: [] },
    told,
    close,
    ...changes,
  }
}

const controlThatNotes = (told: string[]): Control => ({
  ...nobody,
  mint: async () => {
    told.push('mint')
    return { token: 'token' }
  },
  stimulate: async ({ stimulus }) => {
    told.push(`${stimulus.party} ${stimulus.does}`)
    return {}
  },
  calm: async () => {
    told.push('calm')
    return {}
  },
  observed: async () => ({ cursor: 0, seen: [] }),
  forget: async () => {
    told.push('forget')
    return { done: true }
  },
})

export const plainRequest: Request = {
  method: 'GET',
  path: '/accounts',
  query: {},
  headers: {},
  token: null,
  invents: {},
}
