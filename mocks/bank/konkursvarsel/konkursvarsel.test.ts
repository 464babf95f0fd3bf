import { describe, expect, it } from 'vitest'
import { newWorld, orderOf } from './testing/scene.ts'
import { scenesOfTests } from './testing/scenes.ts'

const set = scenesOfTests()

describe('an opening', () => {
  it('locks every account of an organisation, of a person whose number begins with 0 and of one with a D-number', async () => {
    const { publish, client, states } = await set()
    await publish({ debtor: 'K1' }, { debtor: 'K2' }, { debtor: 'K3' })
    await client.poll()
    expect(await states('K1')).toEqual(Array(10).fill('disabled'))
    expect(await states('K2')).toEqual(['disabled'])
    expect(await states('K3')).toEqual(['disabled'])
  })

  it('of a person locks the units that are one with it, and their opening again is one with the person’s', async () => {
    const { publish, client, states } = await set()
    await publish(
      { debtor: 'K10', linked: [{ fixture: 'K11', organisasjonsform: 'ENK' }] },
      { debtor: 'K12', linked: [{ fixture: 'K13', organisasjonsform: 'TVAM' }] },
    )
    await client.poll()
    expect([await states('K11'), await states('K13')]).toEqual([['disabled'], ['disabled']])
    await publish({ debtor: 'K10', type: 'sletting' }, { debtor: 'K12', type: 'sletting' })
    await client.poll()
    expect([await states('K11'), await states('K13')]).toEqual([['enabled'], ['enabled']])
  })

  it('touches no namesake, nobody whose account is disposed of, nobody behind a company, and no estate', async () => {
    const { publish, client, states } = await set()
    await publish(
      { debtor: 'K5', namedLike: 'K4' },
      { debtor: 'K6' },
      { debtor: 'K8' },
      { debtor: 'K14', konkursbo: 'K15' },
    )
    await client.poll()
    for (const name of ['K4', 'K7', 'K9', 'K15'] as const)
      expect([name, await states(name)]).toEqual([name, ['enabled']])
    for (const name of ['K6', 'K8', 'K14'] as const) expect([name, await states(name)]).toEqual([name, ['disabled']])
  })

  it('of nobody costs no look at its detail; that of a customer is looked at once', async () => {
    const { publish, client, seen } = await set()
    const [nobody, customer] = [orderOf({ debtor: 'nobody' }), orderOf({})]
    await publish(nobody, customer)
    await client.poll()
    await client.poll()
    const details = (await seen()).filter(({ asked }) => asked === 'detail')
    expect(details.map(({ notice }) => notice)).toEqual([customer.uuid])
  })
})

describe('a sletting', () => {
  it('opens what the opening locked, and neither what was blocked before nor what was closed meanwhile', async () => {
    const { publish, client, states, hook, fixtures } = await set({ world: newWorld() })
    await publish({ debtor: 'K16' })
    await client.poll()
    const { id = '', accounts = [] } = fixtures.K16 ?? {}
    const accountIdentifier = accounts[1]?.accountIdentifier ?? ''
    await hook('close-account', { party: id, accountIdentifier })
    await publish({ debtor: 'K16', type: 'sletting' })
    await client.poll()
    expect(await states('K16')).toEqual(['enabled', 'deleted', 'enabled', 'disabled'])
  })

  it.each(['ascending', 'descending', 'shuffled'] as const)(
    'in one answer with its opening, %s, leaves the accounts open',
    async (order) => {
      const { publish, client, states, stimulate } = await set()
      await stimulate({ does: 'orders', order })
      await publish({ debtor: 'K17' }, { debtor: 'K17', type: 'sletting' })
      await client.poll()
      expect(await states('K17')).toEqual(['enabled'])
    },
  )

  it('that comes before the opening that it takes back keeps the accounts open', async () => {
    const { publish, client, states } = await set()
    const opening = orderOf({ debtor: 'K17' })
    await publish({ debtor: 'K17', type: 'sletting' })
    await client.poll()
    await publish(opening)
    await client.poll()
    expect(await states('K17')).toEqual(['enabled'])
  })

  it('is final for that opening alone', async () => {
    const { publish, client, states } = await set()
    const opening = orderOf({ debtor: 'K54' })
    await publish(opening, { debtor: 'K54', type: 'sletting' })
    await client.poll()
    await publish(opening)
    await client.poll()
    expect(await states('K54')).toEqual(['enabled'])
    await publish({ debtor: 'K54' })
    await client.poll()
    expect(await states('K54')).toEqual(['disabled'])
  })

  it('without an opening changes nothing, and is noted', async () => {
    const { publish, client, states, hook, fixtures } = await set()
    await publish({ debtor: 'K18', type: 'sletting' })
    await client.poll()
    expect(await states('K18')).toEqual(['enabled', 'disabled'])
    const { recorded } = await hook('state', { party: fixtures.K18?.id ?? '' })
    expect(recorded?.map(({ decision }) => decision)).toEqual(['noted'])
  })
})

describe('what is left to the bank', () => {
  it.each([
    ['K19', { type: 'oppheving' }, 'reopened', 'enabled'],
    ['K20', { type: 'avslutning', detail: { avslutningskode: 'M' } }, 'kept', 'disabled'],
    ['K21', { type: 'avslutning', detail: { avslutningskode: 'U' } }, 'by-hand', 'disabled'],
    ['K22', { type: 'avslutning', detail: { avslutningskode: 'T' } }, 'reopened', 'enabled'],
    ['K23', { type: 'avslutning', detail: { avslutningskode: 'A' } }, 'reopened', 'enabled'],
    ['K24', { type: 'fortsettelse' }, 'not-understood', 'disabled'],
  ] as const)('%s: %o is %s', async (debtor, notice, decision, status) => {
    const { publish, client, states, hook, fixtures } = await set()
    await publish({ debtor })
    await client.poll()
    await publish({ debtor, ...notice })
    await client.poll()
    expect(await states(debtor)).toEqual([status])
    const { recorded } = await hook('state', { party: fixtures[debtor]?.id ?? '' })
    expect(recorded?.map((one) => one.decision)).toEqual([decision])
  })

  it('an opening with a code that nobody knows locks, and is told', async () => {
    const { publish, client, states } = await set()
    await publish({ debtor: 'K25', detail: { konkursgrunnlag: 'T', avviklingskode: 'TVKA' } })
    await client.poll()
    expect(await states('K25')).toEqual(['disabled'])
    expect(client.told().map(({ what }) => what)).toEqual(['not-understood'])
  })
})
