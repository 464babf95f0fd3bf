import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Control } from '../../../contracts/control/protocol.ts'
import type { HookName } from '../../../contracts/hooks/protocol.ts'
import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import type { NoticeOrder } from '../../../contracts/konkursvarsel/notice.ts'
import type { BrregSighting } from '../../../contracts/konkursvarsel/sighting.ts'
import { bankOf, konkursFixturesOf, makeWorld } from '../../bank/world/world.ts'
import type { Brreg } from '../../brreg/brreg.ts'
import { directoryOf } from '../../directory.ts'
import { type Parties, startParties } from '../../parties.ts'
import { clientCertificate } from '../../pki/client.ts'
import { kjennelsesdatoOf } from '../ledger.ts'
import type { Access } from './call.ts'
import { type Follower, follow } from './follow.ts'
import { hooksOf, offered } from './hooks.ts'

/** The second bank as Brreg's client, over sockets. */

const world = makeWorld({ seed: 11, day: '2026-11-20' })
const fixtures = konkursFixturesOf(world)
let parties: Parties
let access: Access
let brreg: Brreg
let control: Control
let follower: Follower
let cursor = 0

beforeAll(async () => {
  parties = await startParties()
  const { certificatePem, privateKeyPem } = await clientCertificate(parties.authority, bankOf(world))
  access = { certificate: certificatePem, key: privateKeyPem, roots: [parties.authority.rootPem] }
})
afterAll(() => parties.close())
afterEach(async () => {
  await follower.close()
  await brreg.close()
})

async function begin(): Promise<void> {
  brreg = await parties.brregFor(directoryOf(fixtures))
  control = parties.control({ audience: () => '', forget: async () => false }, { brreg })
  cursor = (await control.observed({ after: 0 })).cursor
  follower = follow({ world, brreg: `${brreg.url}/`, access })
}

let clock = 0
const publish = (...orders: readonly Partial<NoticeOrder>[]) => {
  const notices = orders.map((order) => ({
    uuid: randomUUID(),
    debtor: 'K26' as const,
    type: 'aapning',
    registreringstidspunkt: new Date(Date.now() - 3_600_000 + clock++).toISOString(),
    kjennelsesdato: '2026-11-10',
    ...order,
  }))
  return control.publish({ publication: { notices } })
}
const states = async (name: KonkursFixture) => {
  const { accounts } = await hooksOf(world, follower).state({ party: fixtures[name].id })
  return accounts.map(({ status }) => status)
}
const seen = async (): Promise<readonly BrregSighting[]> => {
  const observed = await control.observed({ after: cursor })
  cursor = observed.cursor
  return observed.seen.flatMap((one) => one.brreg ?? [])
}

describe('Fjordbanken', () => {
  it('reads everything at first, and then from two days before its last success, with colons that are encoded', async () => {
    await begin()
    await follower.poll()
    await follower.poll()
    const [first, second] = await seen()
    expect([first?.asked, second?.asked]).toEqual(['full-list', 'updated-list'])
    const lag = Date.now() - Date.parse(second?.since ?? '')
    expect(Math.round(lag / 3_600_000)).toBe(48)
  })

  it('locks a debtor and its units, opens them again, and leaves what is blocked or decided by people', async () => {
    await begin()
    await publish(
      { debtor: 'K16' },
      { debtor: 'K10', linked: [{ fixture: 'K11', organisasjonsform: 'ENK' }] },
      { debtor: 'K19' },
      { debtor: 'K5', namedLike: 'K4' },
    )
    await follower.poll()
    expect(await states('K16')).toEqual(Array(4).fill('disabled'))
    expect([...(await states('K10')), ...(await states('K11')), ...(await states('K4'))]).toEqual([
      'disabled',
      'disabled',
      'enabled',
    ])
    await publish(
      { debtor: 'K16', type: 'sletting' },
      { debtor: 'K10', type: 'sletting' },
      { debtor: 'K19', type: 'oppheving' },
    )
    await follower.poll()
    expect(await states('K16')).toEqual(['enabled', 'enabled', 'enabled', 'disabled'])
    expect([...(await states('K10')), ...(await states('K11')), ...(await states('K19'))]).toEqual([
      'enabled',
      'enabled',
      'disabled',
    ])
    expect(follower.recorded(fixtures.K19.id).map(({ decision }) => decision)).toEqual(['by-hand'])
    expect([kjennelsesdatoOf(world, fixtures.K16.id), kjennelsesdatoOf(world, fixtures.K19.id)]).toEqual([null, null])
  })

  it('finds after a restart and after an outage what it has missed, each once', async () => {
    await begin()
    await follower.poll()
    await control.stimulate({ stimulus: { party: 'brreg', does: 'outage' } })
    await publish({ debtor: 'K27' })
    await follower.poll()
    await follower.restart()
    await control.calm({})
    const failing = randomUUID()
    await publish({ debtor: 'K28', uuid: failing })
    await control.stimulate({
      stimulus: { party: 'brreg', does: 'fails', on: 'detail', how: '500', times: 1, notice: failing },
    })
    await follower.poll()
    expect([...(await states('K27')), ...(await states('K28'))]).toEqual(['disabled', 'enabled'])
    await follower.poll()
    expect(await states('K28')).toEqual(['disabled'])
    expect((await seen()).filter(({ asked }) => asked === 'detail')).toHaveLength(3)
    await follower.install()
    expect([...(await states('K27')), ...(await states('K28'))]).toEqual(['enabled', 'enabled'])
  })

  it.each(['other-host', 'unknown-issuer', 'expired'] as const)('asks nothing of who shows %s', async (certificate) => {
    await begin()
    await control.stimulate({ stimulus: { party: 'brreg', does: 'presents', certificate } })
    await follower.poll()
    expect((await seen()).filter(({ asked }) => asked !== 'handshake')).toEqual([])
    await control.calm({})
  })

  it('offers hooks for what its test environment can do', async () => {
    await begin()
    const hooks: Partial<Record<HookName, unknown>> = hooksOf(world, follower)
    expect(Object.keys(hooks)).toEqual(offered)
  })
})
