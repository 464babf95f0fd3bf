import { createManualClock, type ManualClock } from '../../clock.ts'
import { createOutgoing, type Outgoing, type Received } from '../../http/outgoing.ts'
import { createTraffic, type SeenExchange } from '../../http/traffic.ts'
import { type Maskinporten, startMaskinporten } from '../../maskinporten/maskinporten.ts'
import type { Registration } from '../../maskinporten/registry.ts'
import { type Authority, createAuthority } from '../../pki/authority.ts'
import { type Broker, type BrokerOptions, startAltinnBroker } from '../broker.ts'
import { usualResource } from '../settings.ts'

/** Maskinporten and people with tokens, around brokers that tests start: everything on sockets, with one clock by hand. */

export const megler = '310000003'
export const bank = '314703103'
export const stranger = '310000011'
export const resource = 'kv_dsve_test'

export interface World {
  readonly authority: Authority
  readonly maskinporten: Maskinporten
  readonly clock: ManualClock
  readonly outgoing: Outgoing
  close(): Promise<void>
}

/** `register`: who may ask Maskinporten for tokens; those of the clients below are made without asking. */
export async function openWorld(register?: (authority: Authority) => Promise<Registration>): Promise<World> {
  // Certificates live in real time, and so does whoever checks them.
  const clock = createManualClock(Date.now())
  const authority = await createAuthority()
  const identity = await authority.server(['127.0.0.1'])
  const maskinporten = await startMaskinporten({ identity, now: clock.now, ...(await register?.(authority)) })
  const outgoing = createOutgoing({ trust: [authority.rootPem] })
  return {
    authority,
    maskinporten,
    clock,
    outgoing,
    close: async () => {
      await Promise.all([maskinporten.close(), outgoing.close()])
    },
  }
}

export interface Desk {
  readonly broker: Broker
  readonly told: readonly SeenExchange[]
  as(organisation: string, token?: TokenChanges): Client
}

export interface TokenChanges {
  readonly scope?: string
  readonly claims?: Readonly<Record<string, unknown>>
  /** In place of one that Maskinporten makes. */
  readonly bearer?: string
}

export async function openDesk(world: World, options: Partial<BrokerOptions> = {}): Promise<Desk> {
  const { authority, maskinporten, clock } = world
  const told: SeenExchange[] = []
  const broker = await startAltinnBroker({
    identity: await authority.server(['127.0.0.1']),
    maskinporten: { issuer: maskinporten.issuer, keysUrl: `${maskinporten.url}/jwk` },
    trust: [authority.rootPem],
    clock,
    traffic: createTraffic(1000, (exchange) => told.push(exchange)),
    ...options,
    settings: { resources: { [resource]: usualResource }, ...options.settings },
  })
  return { broker, told, as: (organisation, token) => client(world, broker, organisation, token) }
}

export const allScopes = 'altinn:broker.read altinn:broker.write altinn:events.subscribe'

export type Client = ReturnType<typeof client>

function client(world: World, broker: Broker, organisation: string, token: TokenChanges = {}) {
  const { maskinporten, outgoing } = world
  const party = { authority: 'iso6523-actorid-upis', ID: `0192:${organisation}` }
  const claims = {
    aud: null,
    scope: token.scope ?? allScopes,
    consumer: party,
    client_id: organisation,
    ...token.claims,
  }
  const bearer = async () => token.bearer ?? (await maskinporten.mint({ claims }, { audience: broker.url }))

  const send = async (url: string, call: Parameters<Outgoing['send']>[1] = {}) =>
    outgoing.send(url, { ...call, headers: { authorization: `Bearer ${await bearer()}`, ...call.headers } })
  const at = (path: string) => `${broker.transfersUrl}${path}`
  const json = { 'content-type': 'application/json' }
  const bytes = { 'content-type': 'application/octet-stream' }

  const initialise = (changes: Readonly<Record<string, unknown>> = {}) =>
    send(at(''), { method: 'POST', headers: json, body: JSON.stringify({ ...lawful(organisation), ...changes }) })
  const upload = (id: string, body: string | Uint8Array) =>
    send(at(`/${id}/upload`), { method: 'POST', headers: bytes, body })
  return {
    send,
    bearer,
    initialise,
    upload,
    overview: (id: string) => send(at(`/${id}`)),
    details: (id: string) => send(at(`/${id}/details`)),
    search: (query: Readonly<Record<string, string>>) => send(at(`?${new URLSearchParams(query)}`)),
    download: (id: string, headers: Readonly<Record<string, string>> = {}) => send(at(`/${id}/download`), { headers }),
    confirm: (id: string) => send(at(`/${id}/confirmdownload`), { method: 'POST' }),
    subscribe: (endPoint: string, changes: Readonly<Record<string, unknown>> = {}) =>
      send(broker.subscriptionsUrl, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({
          endPoint,
          resourceFilter: `urn:altinn:resource:${resource}`,
          subjectFilter: `urn:altinn:organization:identifier-no:${organisation}`,
          ...changes,
        }),
      }),
    /** Both steps; the id. */
    async deliver(body: string | Uint8Array = 'payload', changes: Readonly<Record<string, unknown>> = {}) {
      const id = idIn(await initialise(changes))
      const uploaded = await upload(id, body)
      if (uploaded.status !== 200) throw new Error(`upload: ${uploaded.status} ${uploaded.body}`)
      return id
    },
  }
}

export const lawful = (sender: string) => ({
  fileName: 'restgjeldsforespoersel_1.zip',
  resourceId: resource,
  sendersFileTransferReference: 'R-1',
  sender: `0192:${sender}`,
  recipients: [`0192:${bank}`],
  propertyList: { messageType: 'Restgjeldsforespoersel' },
})

export const bodyOf = ({ body }: Received) => JSON.parse(body.toString())
export const idIn = (answer: Received): string => {
  if (answer.status !== 200) throw new Error(`initialise: ${answer.status} ${answer.body}`)
  return bodyOf(answer).fileTransferId
}
/** Status and number of the problem. */
export const problemIn = (answer: Received) => {
  const { code } = bodyOf(answer)
  return [answer.status, Number(String(code).slice(4))]
}

/** Asks again until it is so; for what another socket has to notice first. The test's own deadline ends it. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}
