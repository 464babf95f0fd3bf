import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PartyKeys } from '../contracts/config/party-keys.ts'
import { brokerFaults } from './altinn-broker/faults.ts'
import { brregFaults } from './brreg/faults.ts'
import { partyFault, partyFaults } from './faults.ts'
import { type Answer, createCaller } from './http/testing/caller.ts'
import type { SeenExchange } from './http/traffic.ts'
import { makePartyKeys } from './keys.ts'
import { kfrFaults } from './kfr/faults.ts'
import { startParties } from './parties.ts'

const agency = 'iso6523-actorid-upis::0192:974760673'
const account = 'bdx-procid-dsop::urn:fdc:bits.no:2018:dsop:account:1.0'
const bank = { organisationNumber: '314703103', name: 'Banken', baseUrl: 'https://bank.example/v2' } as const

let keys: PartyKeys
const open: { close(): Promise<void> }[] = []
beforeAll(async () => {
  keys = await makePartyKeys()
})
afterAll(() => Promise.all(open.map((parties) => parties.close())))

async function startWith(...ids: readonly string[]) {
  const told: SeenExchange[] = []
  const faults = ids.map(partyFault)
  const only = ['maskinporten', 'certpub', 'catalogue', 'akeldo'] as const
  const parties = await startParties({ only, keys, entries: [bank], faults, follow: (exchange) => told.push(exchange) })
  open.push(parties)
  const caller = createCaller(parties.authority.rootPem)
  const { maskinporten, certpub, catalogue, akeldo } = parties
  return {
    parties,
    told,
    caller,
    keySet: () => caller.get(`${maskinporten.url}/jwk`),
    locate: () => caller.get(`${certpub.locatorUrl}/lookup/v2/${agency}`),
    publish: () => caller.get(`${certpub.publisherUrl.replace(/\/$/, '')}/api/v1/${agency}/${account}`),
    list: () => caller.get(`${catalogue.harvestUrl}/Kontrollinformasjon?envelope=false`),
    actors: (path = '') => caller.get(akeldo.actorsUrl + path),
    mint: () => maskinporten.mint({}, { audience: 'https://bank.example/v2' }),
  }
}
type World = Awaited<ReturnType<typeof startWith>>

const kidOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid
const kidsOf = ({ text }: Answer): readonly unknown[] => JSON.parse(text).keys.map(({ kid }: { kid: string }) => kid)
const published = ({ text }: Answer) =>
  [...text.matchAll(/>([\w+/=]{400,})</g)].map(([, base64 = '']) => new X509Certificate(Buffer.from(base64, 'base64')))
const isValid = ({ validToDate }: X509Certificate) => validToDate.getTime() > Date.now()
const isConsumers = (world: World) => (one: X509Certificate) => one.raw.equals(world.parties.consumer.certificateDer)

/** What is to be seen of each; the slow and the silent ones have tests of their own. */
const effects: Readonly<Record<string, (world: World) => Promise<void>>> = {
  'maskinporten-outage': async ({ keySet, told }) => {
    expect((await keySet()).status).toBe(503)
    expect(told.at(-1)).toMatchObject({ status: 503, said: 'out of service on purpose' })
  },
  'maskinporten-rotates-always': async ({ mint, keySet }) => {
    const kids = [kidOf(await mint()), kidOf(await mint())]
    expect(new Set(kids).size).toBe(2)
    expect(kidsOf(await keySet())).toEqual(expect.arrayContaining(kids))
  },
  'maskinporten-unknown-keys-first': async ({ keySet, parties }) => {
    const kids = kidsOf(await keySet())
    expect([kids.length, kids.at(-1)]).toEqual([5, parties.maskinporten.signingKid()])
  },
  'maskinporten-forbids-caching': async ({ keySet }) => {
    expect((await keySet()).headers['cache-control']).toBe('no-store')
  },
  'maskinporten-caches-for-a-year': async ({ keySet }) => {
    expect((await keySet()).headers['cache-control']).toContain('max-age=31536000')
  },
  'certpub-outage': async ({ locate, publish }) => {
    expect([(await locate()).status, (await publish()).status]).toEqual([503, 503])
  },
  'certpub-unknown-participant': async ({ locate, publish }) => {
    expect([(await locate()).status, (await publish()).status]).toEqual([404, 404])
  },
  'certpub-final-slash': async ({ locate, publish }) => {
    expect(JSON.parse((await locate()).text)['difi-bcp-v1']).toMatch(/\/publisher\/$/)
    expect((await publish()).status).toBe(200)
  },
  'certpub-other-interfaces': async ({ locate }) => {
    expect(Object.keys(JSON.parse((await locate()).text))).toEqual(['oasis-bdxr-smp-2', 'difi-bcp-v1'])
  },
  'certpub-expired-certificate': async ({ publish }) => {
    expect(published(await publish()).map(isValid)).toEqual([false])
  },
  'certpub-expired-certificate-first': async (world) => {
    const found = published(await world.publish())
    expect([found.map(isValid), found.map(isConsumers(world))]).toEqual([
      [false, true],
      [false, true],
    ])
  },
  'certpub-two-certificates': async (world) => {
    const found = published(await world.publish())
    expect([found.map(isValid), found.map(isConsumers(world))]).toEqual([
      [true, true],
      [false, true],
    ])
  },
  'certpub-redirects': async ({ locate, publish }) => {
    const { status, headers } = await publish()
    expect([status, headers.location, (await locate()).status]).toEqual([302, 'https://publisher.invalid/', 200])
  },
  'catalogue-outage': async ({ list }) => expect((await list()).status).toBe(503),
  'catalogue-final-slash': async ({ list }) => {
    expect(JSON.parse((await list()).text)).toMatchObject([{ url: 'https://bank.example/v2/' }])
  },
  'catalogue-declared-shape': async ({ list }) => {
    expect(JSON.parse((await list()).text)).toMatchObject({ endpoints: [{ orgNo: '314703103' }], total: 1 })
  },
  'akeldo-outage': async ({ actors }) => expect((await actors()).status).toBe(503),
  'akeldo-one-as-list': async ({ actors }) => expect(JSON.parse((await actors('/314703103')).text)).toHaveLength(1),
  'akeldo-misspells': async ({ actors }) => {
    const { text } = await actors('/314703103')
    expect(text).toContain('"Innfrielsessaldoforespoerspoersel"')
    expect(text).not.toContain('"Innfrielsessaldoforespoersel"')
  },
}
const slow = ['maskinporten-slow', 'certpub-slow'] as const

describe('a fault of a party', () => {
  it.each(Object.entries(effects))('%s is to be seen', async (id, look) => look(await startWith(id)))

  it('is seen by its silence', async () => {
    const { caller, parties, told } = await startWith('maskinporten-silent')
    const outcome = caller.get(parties.maskinporten.metadataUrl).then(
      () => 'answered',
      () => 'cut off',
    )
    await new Promise((resolve) => setImmediate(resolve))
    await parties.close()
    expect(await outcome).toBe('cut off')
    expect(told.filter(({ status }) => status >= 200)).toEqual([])
  })

  it('is one of those that are tried here', () => {
    // Those of the broker, of Brreg and of the register have tests of their own.
    const ofBroker = Object.keys(brokerFaults).map((id) => `altinn-broker-${id}`)
    const ofKfr = Object.keys(kfrFaults).map((id) => `kfr-${id}`)
    const tried = [
      ...Object.keys(effects),
      ...slow,
      'maskinporten-silent',
      ...ofBroker,
      ...ofKfr,
      ...Object.keys(brregFaults),
    ]
    expect(partyFaults.map(({ id }) => id).sort()).toEqual(tried.sort())
  })

  it.each(slow)('%s waits for five seconds', (id) => {
    expect(Object.values(partyFault(id).makes)).toEqual([{ slowMs: 5000 }])
  })

  it('may stand beside others, of the same party too', async () => {
    const { locate, publish, list } = await startWith('certpub-final-slash', 'certpub-redirects', 'catalogue-outage')
    expect(JSON.parse((await locate()).text)['difi-bcp-v1']).toMatch(/\/$/)
    expect([(await publish()).status, (await list()).status]).toEqual([302, 503])
  })

  it('stays when the controls calm the parties', async () => {
    const { locate, parties } = await startWith('certpub-outage')
    const control = parties.control({ audience: () => 'x', forget: async () => false })
    await control.stimulate({ stimulus: { party: 'certpub', does: 'unknown-participant' } })
    await control.calm({})
    expect((await locate()).status).toBe(503)
  })

  it('that does not exist is answered with the nearest', () => {
    expect(() => partyFault('certpub-outtage')).toThrow(/did you mean certpub-outage/)
    expect(() => partyFault('zzz')).toThrow(/known are maskinporten-outage/)
  })
})
