import { Agent, request } from 'undici'
import type { HookName, Hooks } from '../../../../../contracts/hooks/protocol.ts'
import { hooksOf } from '../../../../../mocks/bank/hooks/hooks.ts'
import { type HooksServer, serveHooks } from '../../../../../mocks/bank/hooks/server.ts'
import type { KonkursFault } from '../../../../../mocks/bank/konkursvarsel/fault.ts'
import { startKonkursvarsel } from '../../../../../mocks/bank/konkursvarsel/start.ts'
import { bankOf, konkursFixturesOf, makeWorld } from '../../../../../mocks/bank/world/world.ts'
import { directoryOf } from '../../../../../mocks/directory.ts'
import { createTraffic } from '../../../../../mocks/http/traffic.ts'
import { createAuthority } from '../../../../../mocks/pki/authority.ts'
import { clientCertificate } from '../../../../../mocks/pki/client.ts'
import { startRestartable } from './brreg.ts'
import { latestMs } from './notices.ts'

/** What takes long to make, once for all seeds: the authority, the keys and the world. A bank begins with empty books in it. */
export type House = Awaited<ReturnType<typeof build>>

const names = ['127.0.0.1', 'localhost']
const token = 'for the proofs of this process'

export async function build() {
  const world = makeWorld({ seed: 7, day: '2026-11-20' })
  const authority = await createAuthority()
  const trust = [authority.rootPem]
  return {
    world,
    fixtures: konkursFixturesOf(world),
    authority,
    identity: await authority.server(names),
    credentials: { ...(await clientCertificate(authority, bankOf(world))), trust },
    agent: new Agent({ connect: { ca: trust } }),
  }
}

/** Brreg and the bank on sockets. `onAnswer` is told of every exchange with Brreg. */
export async function open(house: House, onAnswer: () => void, faults: readonly KonkursFault[]) {
  const { world, fixtures, authority, identity, credentials, agent } = house
  const brreg = await startRestartable({
    identity,
    names,
    authority,
    host: '127.0.0.1',
    traffic: createTraffic(undefined, onAnswer),
    debtors: directoryOf(fixtures),
  })
  const client = await startKonkursvarsel({
    world,
    baseUrl: brreg.url,
    credentials,
    faults,
    // What comes late is found, and ten minutes are more than is asked for again. Pauses are of real time: short.
    settings: { overlapMs: latestMs + 30_000, pauseMs: 1, longestPauseMs: 4 },
    deadlineMs: 500,
  })
  const hooks: HooksServer = await serveHooks({ identity, token, handlers: hooksOf(world, client) })
  return {
    brreg,
    client,
    /** The status; a poll that was given up is an error of the hook, and nothing else is. */
    async hook<Name extends HookName>(name: Name, body: Hooks[Name]['request']): Promise<number> {
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
      const signal = AbortSignal.timeout(60_000)
      const options = { dispatcher: agent, method: 'POST', headers, signal, body: JSON.stringify(body) } as const
      const answer = await request(`${hooks.url}/${name}`, options)
      await answer.body.dump()
      return answer.statusCode
    },
    async close() {
      await Promise.all([client.close(), hooks.close()])
      await brreg.close()
    },
  }
}
