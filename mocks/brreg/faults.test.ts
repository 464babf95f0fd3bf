import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PartyKeys } from '../../contracts/config/party-keys.ts'
import { partyFault } from '../faults.ts'
import { makePartyKeys } from '../keys.ts'
import { brregFaults } from './faults.ts'
import { type Alone, startAlone } from './testing/alone.ts'

/** Every fault of Brreg, by what is to be seen of it. */

let keys: PartyKeys
const open: Alone[] = []
beforeAll(async () => {
  keys = await makePartyKeys()
})
afterAll(() => Promise.all(open.map((alone) => alone.close())))

async function startWith(id: string): Promise<Alone> {
  const alone = await startAlone({ keys, faults: [partyFault(id)] })
  open.push(alone)
  await alone.control.publish({ publication: { notices: [], published: true } })
  return alone
}

const raw = '2019-06-10T11:32:40.200Z'
const encoded = encodeURIComponent(raw)
const status = async (alone: Alone, path: string) => (await alone.get(path)).status
const since = (alone: Alone, time: string) => alone.json(`/konkursvarsler/oppdatert/${time}`)
const times = async (alone: Alone) => {
  const list = (await alone.json('/konkursvarsler')) as {
    _embedded: { konkursvarsler: { registreringstidspunkt: string }[] }
  }
  return list._embedded.konkursvarsler.map(({ registreringstidspunkt }) => registreringstidspunkt)
}

const effects: Readonly<Record<string, (alone: Alone) => Promise<void>>> = {
  'brreg-inclusive': async (alone) => expect(await since(alone, raw)).toHaveProperty('_embedded'),
  'brreg-descending': async (alone) => expect(await times(alone)).toEqual((await times(alone)).toSorted().toReversed()),
  'brreg-shuffled': async (alone) => {
    const listed = await times(alone)
    expect(listed).not.toEqual(listed.toSorted())
    expect(listed).not.toEqual(listed.toSorted().toReversed())
  },
  'brreg-empty-array': async (alone) => expect(await since(alone, raw)).toEqual({ _embedded: { konkursvarsler: [] } }),
  'brreg-empty-links': async (alone) => expect(await since(alone, raw)).toEqual({ _links: expect.anything() }),
  'brreg-bare-errors': async (alone) => {
    for (let turn = 0; turn < 4; turn += 1) expect((await alone.get('/x')).text).toBe('')
  },
  'brreg-strict-times': async (alone) => expect(await status(alone, '/konkursvarsler/oppdatert/2019-06-10')).toBe(400),
  'brreg-encoded-colons': async (alone) => {
    expect(await status(alone, `/konkursvarsler/oppdatert/${raw}`)).toBe(400)
    expect(await status(alone, `/konkursvarsler/oppdatert/${encoded}`)).toBe(200)
  },
  'brreg-raw-colons': async (alone) => {
    expect(await status(alone, `/konkursvarsler/oppdatert/${raw}`)).toBe(200)
    expect(await status(alone, `/konkursvarsler/oppdatert/${encoded}`)).toBe(400)
  },
  'brreg-says-403': async (alone) =>
    expect((await alone.call(`${alone.parties.brreg.url}/`, { identity: null })).status).toBe(403),
  'brreg-slots': async (alone) => shownAt(alone, ['2126-01-07T07:00:00.000Z', '2126-01-07T07:15:00.000Z']),
  'brreg-slots-from-eight': async (alone) => shownAt(alone, ['2126-01-07T06:59:59.000Z', '2126-01-07T07:00:00.000Z']),
  'brreg-outage': async (alone) => expect(await status(alone, '/')).toBe(503),
  'brreg-without-details': async (alone) => {
    expect(await status(alone, '/konkursvarsler/37f86010-2163-43e8-95a9-c9721e8da769')).toBe(500)
  },
}

/** What was published in the evening of a Sunday shows at the second time, a Monday, and not at the first. */
async function shownAt(alone: Alone, [before, after]: readonly [string, string]) {
  await alone.control.advance({ to: '2126-01-06T20:00:00.000Z' })
  const uuid = '10000000-0000-4000-8000-000000000000'
  const registreringstidspunkt = '2126-01-06T19:00:00.000Z'
  const notices = [{ uuid, debtor: 'nobody', type: 'aapning', registreringstidspunkt }] as const
  await alone.control.publish({ publication: { notices } })
  for (const [to, expected] of [
    [before, 404],
    [after, 200],
  ] as const) {
    await alone.control.advance({ to })
    expect(await status(alone, `/konkursvarsler/${uuid}`), to).toBe(expected)
  }
}

it.each(Object.keys(brregFaults))('%s', async (id) => {
  const effect = effects[id]
  if (effect === undefined) throw new Error(`nothing is said of ${id}`)
  await effect(await startWith(id))
})
