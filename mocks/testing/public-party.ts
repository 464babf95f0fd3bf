import { afterAll, beforeAll } from 'vitest'
import { type Caller, createCaller } from '../http/testing/caller.ts'
import { createTraffic, type SeenExchange, type Traffic } from '../http/traffic.ts'
import { createAuthority, type TlsIdentity } from '../pki/authority.ts'

/** A party on a socket of its own, called by whoever has its root; one for a file of tests, and more where a test wants one. */
interface PublicParty<Party, Options> {
  /** The one of the file. */
  party(): Party
  start(options?: Partial<Options>): Promise<Party>
  caller(): Caller
  /** What somebody who watches the one of the file was told, the last one last. */
  readonly told: readonly SeenExchange[]
  getJson(url: string): Promise<{ readonly status: number; readonly body: Json }>
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every form
type Json = any

interface Shared {
  readonly identity: TlsIdentity
  readonly traffic?: Traffic
}

export function publicPartyOfTests<Party extends { close(): Promise<void> }, Options>(
  begin: (shared: Shared & Partial<Options>) => Promise<Party>,
): PublicParty<Party, Options> {
  const told: SeenExchange[] = []
  const open: Party[] = []
  let house: { readonly identity: TlsIdentity; readonly caller: Caller; readonly party: Party } | undefined
  const there = () => {
    if (house === undefined) throw new Error('the party stands from beforeAll on')
    return house
  }
  const startWith = async (shared: Shared, options: Partial<Options> = {}) => {
    const party = await begin({ ...shared, ...options })
    open.push(party)
    return party
  }
  beforeAll(async () => {
    const authority = await createAuthority()
    const identity = await authority.server(['127.0.0.1'])
    const party = await startWith({ identity, traffic: createTraffic(100, (exchange) => told.push(exchange)) })
    house = { identity, party, caller: createCaller(authority.rootPem) }
  })
  afterAll(() => Promise.all(open.map((one) => one.close())))
  return {
    party: () => there().party,
    start: (options) => startWith({ identity: there().identity }, options),
    caller: () => there().caller,
    told,
    async getJson(url) {
      const { status, text } = await there().caller.get(url)
      return { status, body: JSON.parse(text) }
    },
  }
}
