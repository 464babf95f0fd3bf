import { randomUUID } from 'node:crypto'
import { Agent, request } from 'undici'
import type { Control } from '../../../../contracts/control/protocol.ts'
import type { FixtureName, Fixtures } from '../../../../contracts/fixtures.ts'
import type { AccountState, HookName, Hooks } from '../../../../contracts/hooks/protocol.ts'
import type { NoticeOrder } from '../../../../contracts/konkursvarsel/notice.ts'
import type { BrregSighting } from '../../../../contracts/konkursvarsel/sighting.ts'
import type { BrregStimulus } from '../../../../contracts/konkursvarsel/stimuli.ts'
import type { Brreg } from '../../../brreg/brreg.ts'
import { directoryOf } from '../../../directory.ts'
import { type Parties, startParties } from '../../../parties.ts'
import type { OrganisationIdentity, TlsIdentity } from '../../../pki/authority.ts'
import { clientCertificate } from '../../../pki/client.ts'
import { hooksOf } from '../../hooks/hooks.ts'
import { type HooksServer, serveHooks } from '../../hooks/server.ts'
import { bankOf, fixturesOf, konkursFixturesOf, makeWorld, type World } from '../../world/world.ts'
import type { Konkursvarsel } from '../client.ts'
import { type KonkursvarselOptions, startKonkursvarsel } from '../start.ts'

/** A bank, Brreg and the hooks on sockets, for tests of what the bank makes of notices. */

const day = '2026-11-20'
const token = 'for the tests of this process'

/** What takes long to make, once for a file. */
export interface House {
  /** A bank begins with what its store holds, so that one world serves many; who opens or closes accounts takes a new one. */
  readonly world: World
  readonly parties: Parties
  readonly certificate: OrganisationIdentity
  readonly identity: TlsIdentity
  close(): Promise<void>
}

export async function build(): Promise<House> {
  const parties = await startParties()
  const world = newWorld()
  const certificate = await clientCertificate(parties.authority, bankOf(world))
  return {
    world,
    parties,
    certificate,
    identity: await parties.authority.server(['127.0.0.1']),
    close: () => parties.close(),
  }
}

export const newWorld = () => makeWorld({ seed: 7, day })

export interface Scene {
  readonly brreg: Brreg
  readonly world: World
  readonly fixtures: Fixtures
  readonly client: Konkursvarsel
  readonly control: Control
  readonly hooks: HooksServer
  publish(...notices: readonly Partial<NoticeOrder>[]): Promise<void>
  stimulate(stimulus: DistributiveOmit<BrregStimulus, 'party'>): Promise<void>
  hook<Name extends HookName>(name: Name, body: Hooks[Name]['request']): Promise<Hooks[Name]['answer']>
  call(path: string, options: { body?: string; token?: string; method?: 'GET' | 'POST' }): Promise<number>
  /** Of each account of a fixture, in order. */
  states(name: FixtureName): Promise<readonly AccountState[]>
  /** What Brreg saw since it was last asked. */
  seen(): Promise<readonly (BrregSighting & { readonly status: number; readonly path: string })[]>
  close(): Promise<void>
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

export async function setScene(
  { world: shared, parties, certificate, identity }: House,
  options: Partial<KonkursvarselOptions> = {},
): Promise<Scene> {
  const world = options.world ?? shared
  const fixtures: Fixtures = { ...fixturesOf(world), ...konkursFixturesOf(world) }
  const brreg = await parties.brregFor(directoryOf(fixtures))
  const trust = [parties.authority.rootPem]
  const client = await startKonkursvarsel({
    world,
    baseUrl: brreg.url,
    credentials: {
      ...certificate,
      trust,
      issue: (request) => clientCertificate(parties.authority, { ...bankOf(world), ...request }),
    },
    ...options,
    settings: { pauseMs: 1, ...options.settings },
  })
  const hooks = await serveHooks({ identity, token, handlers: hooksOf(world, client) })
  const control = parties.control({ audience: () => '', forget: async () => false }, { brreg })
  const agent = new Agent({ connect: { ca: trust } })
  let { cursor } = await control.observed({ after: 0 })
  const post = async (path: string, { body, method = 'POST', token: given = token }: Parameters<Scene['call']>[1]) => {
    const headers = { Authorization: `Bearer ${given}`, 'Content-Type': 'application/json' }
    const answer = await request(`${hooks.url}${path}`, { dispatcher: agent, method, headers, body: body ?? null })
    return { status: answer.statusCode, text: await answer.body.text() }
  }
  const hook: Scene['hook'] = async (name, body) => {
    const { status, text } = await post(`/${name}`, { body: JSON.stringify(body) })
    if (status !== 200) throw new Error(`the hook ${name} answered ${status}: ${text}`)
    return JSON.parse(text)
  }
  return {
    brreg,
    world,
    fixtures,
    client,
    control,
    hooks,
    publish: async (...notices) => {
      await control.publish({ publication: { notices: notices.map(orderOf) } })
    },
    stimulate: async (stimulus) => {
      await control.stimulate({ stimulus: { party: 'brreg', ...stimulus } as BrregStimulus })
    },
    hook,
    call: async (path, asked) => (await post(path, asked)).status,
    states: async (name) => {
      const { accounts } = await hook('state', { party: (fixtures[name] as { readonly id: string }).id })
      return accounts.map(({ status }) => status)
    },
    seen: async () => {
      const observed = await control.observed({ after: cursor })
      cursor = observed.cursor
      return observed.seen.flatMap(({ brreg: sighting, status, path }) =>
        sighting === undefined ? [] : [{ ...sighting, status, path }],
      )
    },
    async close() {
      await Promise.all([client.close(), hooks.close(), agent.destroy()])
      await brreg.close()
    },
  }
}

let clock = 0

/** An opening of today, unless something else is said; each later than the one before. */
export const orderOf = (order: Partial<NoticeOrder>): NoticeOrder => ({
  uuid: randomUUID(),
  debtor: 'K26',
  type: 'aapning',
  registreringstidspunkt: new Date(Date.now() - 3_600_000 + clock++).toISOString(),
  kjennelsesdato: '2026-11-19',
  ...order,
})
