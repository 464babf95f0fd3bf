import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { policies } from '../konkursvarsel/start.ts'
import { build, type House, newWorld, type Scene, setScene } from '../konkursvarsel/testing/scene.ts'

let house: House
let scene: Scene
beforeAll(async () => {
  house = await build()
})
afterAll(() => house.close())
afterEach(() => scene.close())

const set = async (options: Parameters<typeof setScene>[1] = {}) => {
  scene = await setScene(house, options)
  return scene
}

const idOf = (name: 'K1' | 'K16' | 'K10' | 'K11' | 'K7') => scene.fixtures[name]?.id ?? ''

describe('the hooks', () => {
  it('say what is wrong with a call, and do nothing', async () => {
    const { call } = await set()
    const cases = [
      ['/state', { body: '{}' }, 400],
      ['/state', { body: '[]' }, 400],
      ['/state', { body: 'no JSON' }, 400],
      ['/state', { body: `{"party":"${'1'.repeat(100_000)}"}` }, 400],
      ['/use', { body: '{"accountIdentifier":"1","by":"friend"}' }, 400],
      ['/clock', { body: '{"now":"tomorrow"}' }, 400],
      ['/use', { body: '{"accountIdentifier":"1","by":"card"}' }, 404],
      ['/close-account', { body: '{"party":"1","accountIdentifier":"1"}' }, 404],
      ['/open-account', { body: '{"party":"1"}' }, 404],
      ['/nothing', { body: '{}' }, 404],
      ['/poll', { method: 'GET' }, 405],
      ['/poll', { body: '{}', token: 'another' }, 401],
      ['/poll', { body: '{}', token: '' }, 401],
    ] as const
    for (const [path, asked, status] of cases)
      expect([path, asked, await call(path, asked)]).toEqual([path, asked, status])
  })

  it('know nothing of a party that is no customer', async () => {
    const { hook } = await set()
    expect(await hook('state', { party: '999999999' })).toEqual({ accounts: [] })
  })

  it('say who can pay from an account: nobody from one that is locked, closed or blocked', async () => {
    const { hook, client, publish, fixtures } = await set({ world: newWorld() })
    const [open, closing, , blocked] = (fixtures.K16?.accounts ?? []).map(({ accountIdentifier }) => accountIdentifier)
    const uses = async (accountIdentifier = '') =>
      Promise.all(
        (['owner', 'disponent', 'card'] as const).map(
          async (by) => (await hook('use', { accountIdentifier, by })).allowed,
        ),
      )
    expect(await uses(open)).toEqual([true, true, true])
    expect(await uses(blocked)).toEqual([false, false, false])
    await hook('close-account', { party: idOf('K16'), accountIdentifier: closing ?? '' })
    expect(await uses(closing)).toEqual([false, false, false])
    await publish({ debtor: 'K16' })
    await client.poll()
    expect(await uses(open)).toEqual([false, false, false])
  })

  it.each([
    ['locked', ['disabled', 'disabled']],
    ['released', ['disabled', 'enabled']],
  ] as const)('open an account, which is %s while a bankruptcy is open', async (newAccount, expected) => {
    const { hook, client, publish, states } = await set({
      world: newWorld(),
      settings: { policies: { ...policies, newAccount } },
    })
    await publish({ debtor: 'K10' })
    await client.poll()
    const { accountIdentifier } = await hook('open-account', { party: idOf('K10') })
    expect(accountIdentifier).toMatch(/^9999\d{7}$/)
    expect(await states('K10')).toEqual(expected)
    await hook('open-account', { party: idOf('K11') })
    expect(await states('K11')).toEqual(expected)
    await publish({ debtor: 'K10', type: 'sletting' })
    await client.poll()
    expect([...(await states('K10')), ...(await states('K11'))]).toEqual(Array(4).fill('enabled'))
  })

  it('give what is held in memory back after a restart', async () => {
    const { hook, client, publish, states } = await set()
    await publish({ debtor: 'K1' })
    await client.poll()
    await hook('restart', {})
    expect(new Set(await states('K1'))).toEqual(new Set(['disabled']))
  })
})
