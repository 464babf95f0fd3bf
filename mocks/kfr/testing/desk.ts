import { randomUUID } from 'node:crypto'
import type { SeenRequest } from '../../../contracts/control/protocol.ts'
import type { Form } from '../../../contracts/kfr/batch/multipart.ts'
import { headerNames, type KfrVersion, paths, scopes } from '../../../contracts/kfr/operations.ts'
import { consumerOrganisationNumber } from '../../../contracts/kontrollinformasjon/profile.ts'
import { createManualClock, type ManualClock } from '../../clock.ts'
import { createOutgoing, type Received } from '../../http/outgoing.ts'
import { createTraffic } from '../../http/traffic.ts'
import { type Maskinporten, startMaskinporten } from '../../maskinporten/maskinporten.ts'
import { type Authority, createAuthority } from '../../pki/authority.ts'
import { otherInstitutions } from '../clients.ts'
import { type Kfr, type KfrOptions, startKfr } from '../kfr.ts'

/** Maskinporten and people with tokens around registers that tests start: on sockets, the register by a clock by hand. */

export const reporter = '314703103'
export const otherReporter = '310000159'
export const nobody = '310000175'
export const agency = '974761076'
export const brreg = consumerOrganisationNumber

/** Synthetic, with check digits. */
export const person = '01865210090'
export const holderOfDNumber = '41845510057'
export const organisation = '310000167'

export interface World {
  readonly authority: Authority
  readonly maskinporten: Maskinporten
  close(): Promise<void>
}

export async function openWorld(): Promise<World> {
  const authority = await createAuthority()
  const identity = await authority.server(['127.0.0.1'])
  const maskinporten = await startMaskinporten({ identity })
  return { authority, maskinporten, close: () => maskinporten.close() }
}

export interface Desk {
  readonly kfr: Kfr
  readonly clock: ManualClock
  seen(): readonly SeenRequest[]
  /** The last of them. */
  last(): NonNullable<SeenRequest['kfr']>
  as(organisation: string, token?: TokenChanges): Client
  close(): Promise<void>
}

interface TokenChanges {
  readonly scope?: string
  readonly claims?: Readonly<Record<string, unknown>>
  /** In place of one that Maskinporten makes; null sends none. */
  readonly authorization?: string | null
}

export async function openDesk(world: World, options: Partial<KfrOptions> = {}): Promise<Desk> {
  const { authority, maskinporten } = world
  const traffic = createTraffic(1000)
  const clock = createManualClock()
  const kfr = await startKfr({
    identity: await authority.server(['127.0.0.1']),
    names: ['127.0.0.1'],
    authority,
    traffic,
    clock,
    maskinporten: { issuer: maskinporten.issuer, keysUrl: `${maskinporten.url}/jwk` },
    participant: reporter,
    institutions: [{ organisationNumber: reporter, name: 'Testbanken', reports: true }, ...otherInstitutions],
    ...options,
  })
  const outgoing = createOutgoing({ trust: [authority.rootPem] })
  const seen = () => traffic.seen(0).seen
  return {
    kfr,
    clock,
    seen,
    last: () => {
      const kfrSeen = seen().at(-1)?.kfr
      if (kfrSeen === undefined) throw new Error('nothing was seen')
      return kfrSeen
    },
    as: (who, token) => client({ world, kfr, outgoing }, who, token),
    close: async () => {
      await Promise.all([kfr.close(), outgoing.close()])
    },
  }
}

interface Around {
  readonly world: World
  readonly kfr: Kfr
  readonly outgoing: ReturnType<typeof createOutgoing>
}

type Method = 'GET' | 'POST' | 'DELETE' | 'PUT'
type Headers = Readonly<Record<string, string | null>>

export type Client = ReturnType<typeof client>

function client({ world, kfr, outgoing }: Around, who: string, token: TokenChanges = {}) {
  const authorization = async (usual: string) => {
    if (token.authorization !== undefined) return token.authorization
    const consumer = { authority: 'iso6523-actorid-upis', ID: `0192:${who}` }
    const claims = { aud: null, scope: token.scope ?? usual, consumer, ...token.claims }
    return `Bearer ${await world.maskinporten.mint({ claims }, { audience: kfr.url })}`
  }
  const send = async (method: Method, path: string, scope: string, headers: Headers, call: Sent = {}) => {
    const all = { Authorization: await authorization(scope), ...headers }
    const present = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)
    const { version = '1.1.2', body } = call
    return outgoing.send(`${kfr.baseUrl(version)}${path}`, {
      method,
      headers: Object.fromEntries(present),
      ...(body === undefined ? {} : { body }),
    })
  }
  const single =
    (method: Method) =>
    (customer: string | null, headers: Headers = {}, path?: string) =>
      send(method, path ?? paths.relationship(who), scopes.write, {
        [headerNames.customer]: customer,
        [headerNames.correlation]: randomUUID(),
        ...headers,
      })
  const looked =
    (path: string, scope: string) =>
    (headers: Headers, query: Query = {}, version: KfrVersion = '1.1.2') =>
      send('GET', `${path}${queryText(query)}`, scope, headers, { version })
  return {
    send,
    add: single('POST'),
    end: single('DELETE'),
    batch: ({ contentType, body }: Form, headers: Headers = {}) =>
      send(
        'POST',
        paths.batch(who),
        scopes.write,
        { 'Content-Type': contentType, [headerNames.correlation]: randomUUID(), ...headers },
        { body },
      ),
    own: (customer: string | null, query: Query = {}, path = paths.own(who)) =>
      send('GET', `${path}${queryText(query)}`, scopes.write, { [headerNames.customer]: customer }),
    relationships: looked(paths.relationships, scopes.relationships),
    provider: looked(paths.provider, scopes.provider),
  }
}

interface Sent {
  readonly version?: KfrVersion
  readonly body?: string | Uint8Array
}

type Query = Readonly<Record<string, string>>
const queryText = (query: Query) => (Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`)

/** What 2.0 asks for besides the customer. */
export const idsOf2 = (): Headers => ({
  [headerNames.correlation]: randomUUID(),
  [headerNames.inquiry]: randomUUID(),
  [headerNames.mandate]: 'hjemmel',
})

export const bodyOf = ({ body }: Received) => JSON.parse(body.toString())
/** Status and code of an error. */
export const errorIn = (answer: Received) => [answer.status, bodyOf(answer).errorCode]
/** Status, and the organisation numbers of a list, of which no document says the order. */
export const banksIn = (answer: Received) => [
  answer.status,
  bodyOf(answer)
    .banks.map((bank: { readonly organizationID: string }) => bank.organizationID)
    .toSorted(),
]

/** A tenth of a second at a time: the next piece is due when the one before is stored. */
export async function ingest({ kfr, clock }: Desk): Promise<void> {
  while (kfr.count().pending > 0) {
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(100)
  }
}
