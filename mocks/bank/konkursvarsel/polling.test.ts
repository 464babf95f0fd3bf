import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { orderOf, type Scene } from './testing/scene.ts'
import { scenesOfTests } from './testing/scenes.ts'

const set = scenesOfTests()
const day = 86_400_000
const at = (ms: number) => new Date(ms).toISOString()
const asked = async (seen: Scene['seen']) =>
  (await seen()).flatMap(({ asked: what, since }) => (what === 'updated-list' && since !== undefined ? [since] : []))

describe('the time that is asked from', () => {
  it('is a few days back at first, and stays while nothing comes', async () => {
    const { client, seen } = await set()
    const before = Date.now()
    await client.poll()
    await client.poll()
    const [first = '', second] = await asked(seen)
    expect(second).toBe(first)
    const age = before - Date.parse(first)
    expect([age > 2 * day, age < 4 * day]).toEqual([true, true])
  })

  it('follows the last notice that was read, and is never later', async () => {
    const { client, publish, seen } = await set()
    const last = Date.now() - 60_000
    await publish({ registreringstidspunkt: at(last - 5 * 3_600_000) }, { registreringstidspunkt: at(last) })
    await client.poll()
    await client.poll()
    const [, second = ''] = await asked(seen)
    expect(Date.parse(second)).toBeLessThanOrEqual(last)
    expect(Date.parse(second)).toBeGreaterThan(last - day)
  })

  it('survives a restart, and with a folder the process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samsvar-state-'))
    try {
      const first = await set({ folder })
      const { client, publish } = first
      await publish({ debtor: 'K27', registreringstidspunkt: at(Date.now() - 60_000) })
      await client.poll()
      await client.restart()
      await client.poll()
      const [, second] = await asked(first.seen)
      const path = join(folder, 'konkursvarsel.json')
      expect((await stat(path)).mode & 0o777).toBe(0o600)
      await first.close()
      const next = await set({ folder })
      expect(await next.states('K27')).toEqual(['disabled'])
      await next.client.poll()
      expect(await asked(next.seen)).toEqual([second])
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ schema: 'samsvar.bank.konkursvarsel/1' })
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('begins anew after installation, and nothing is locked any more', async () => {
    const { client, publish, states, hook, seen } = await set()
    await publish({ debtor: 'K28', registreringstidspunkt: at(Date.now() - 60_000) })
    await client.poll()
    await hook('install', {})
    expect(await states('K28')).toEqual(['enabled'])
    await asked(seen)
    await client.poll()
    const [first = ''] = await asked(seen)
    expect(Date.now() - Date.parse(first)).toBeGreaterThan(2 * day)
    expect(await states('K28')).toEqual(['disabled'])
  })

  it('is that of the clock that was set, back and forth', async () => {
    const { client, publish, hook, states, control } = await set()
    await publish({ debtor: 'K29' })
    await client.poll()
    const then = '2018-06-08T12:00:00.000Z'
    await control.advance({ to: then })
    await hook('clock', { now: then })
    await publish({ debtor: 'K30', registreringstidspunkt: '2018-06-08T11:34:23.310Z' })
    await client.poll()
    await control.advance({ to: null })
    await hook('clock', { now: null })
    await publish({ debtor: 'K31' })
    await client.poll()
    for (const name of ['K29', 'K30', 'K31'] as const) expect([name, await states(name)]).toEqual([name, ['disabled']])
  })

  it('cannot be read where somebody else wrote the file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samsvar-state-'))
    await writeFile(join(folder, 'konkursvarsel.json'), '{"schema":"other"}')
    await expect(set({ folder })).rejects.toThrow(/konkursvarsel\.json.*remove it/)
    await rm(folder, { recursive: true })
    await set()
  })
})

describe('a notice', () => {
  it.each(['exclusive', 'inclusive'] as const)(
    'that is published late, or a twin, is found where %s is asked',
    async (how) => {
      const { client, publish, states, stimulate } = await set()
      if (how === 'inclusive') await stimulate({ does: 'compares-inclusively' })
      const last = Date.now() - 60_000
      await publish(
        { debtor: 'K35', registreringstidspunkt: at(last) },
        { debtor: 'K36', registreringstidspunkt: at(last) },
      )
      await client.poll()
      await publish({ debtor: 'K37', registreringstidspunkt: at(last) })
      await publish({ debtor: 'K34', registreringstidspunkt: at(last - 900_000) })
      await client.poll()
      for (const name of ['K34', 'K35', 'K36', 'K37'] as const)
        expect([name, await states(name)]).toEqual([name, ['disabled']])
    },
  )

  it('that cannot be read is set aside and told, and its neighbours are not', async () => {
    const { client, publish, states } = await set()
    await publish(
      { debtor: 'nobody', without: ['debitor'] },
      { debtor: 'K44', extra: { nytt: { felt: [1] } } },
      { debtor: 'nobody', extra: { registreringstidspunkt: 'i går' } },
    )
    await client.poll()
    expect(await states('K44')).toEqual(['disabled'])
    expect(client.told().map(({ what }) => what)).toEqual(['set-aside', 'set-aside'])
  })

  it('whose detail fails waits, and holds up nobody; nothing that came is forgotten', async () => {
    const { client, publish, states, stimulate } = await set()
    const failing = orderOf({ debtor: 'K42' })
    await publish({ debtor: 'K40' }, failing, { debtor: 'K41' })
    await stimulate({ does: 'fails', on: 'detail', how: '500', times: 4, notice: failing.uuid })
    await client.poll()
    expect([await states('K40'), await states('K42'), await states('K41')]).toEqual([
      ['disabled'],
      ['enabled'],
      ['disabled'],
    ])
    await client.restart()
    await client.poll()
    expect(await states('K42')).toEqual(['disabled'])
  })
})

describe('an answer', () => {
  it.each(['array', 'object', 'links'] as const)('without news, as %s, is no failure', async (form) => {
    const { client, stimulate } = await set()
    await stimulate({ does: 'lists-nothing-as', form })
    await client.poll()
    expect(client.told()).toEqual([])
  })

  it.each(['401', '403', '404', '429', '500', '503', 'reset', 'truncated', 'html'] as const)(
    '%s is told as a fault, and what was behind it is read afterwards',
    async (how) => {
      const { client, publish, states, stimulate, control, seen } = await set()
      await client.poll()
      await publish({ debtor: 'K38', registreringstidspunkt: at(Date.now() - 1000) })
      await stimulate({ does: 'fails', on: 'list', how })
      await client.poll()
      expect(client.told().map(({ what }) => what)).toEqual(['alarm'])
      expect(await states('K38')).toEqual(['enabled'])
      await control.calm({})
      await client.poll()
      expect(await states('K38')).toEqual(['disabled'])
      const [first, ...others] = await asked(seen)
      expect(others).toEqual([first, first])
    },
  )

  it('that never comes ends with the deadline', async () => {
    const { client, stimulate } = await set({ deadlineMs: 50 })
    await stimulate({ does: 'fails', on: 'list', how: 'hang' })
    await client.poll()
    expect(client.told().map(({ what }) => what)).toEqual(['alarm'])
  })

  it('that asks to be left alone is left alone: a hook says so where it is for long', async () => {
    const { client, stimulate, call, control, seen } = await set()
    await stimulate({ does: 'fails', on: 'list', how: '503', retryAfter: 60 })
    await client.poll()
    await control.calm({})
    expect(await call('/poll', { body: '{}' })).toBe(503)
    expect(await asked(seen)).toHaveLength(1)
  })

  it('of many thousand notices is read to its end', async () => {
    const { client, states, control } = await set()
    const filler = { count: 12_397, from: at(Date.now() - 2 * day), to: at(Date.now() - 3_600_000) }
    const notices = [
      orderOf({ debtor: 'K51', registreringstidspunkt: at(Date.now() - 2 * day - 1000) }),
      orderOf({ debtor: 'K52', registreringstidspunkt: at(Date.now() - day) }),
      orderOf({ debtor: 'K53', registreringstidspunkt: at(Date.now() - 1000) }),
    ]
    await control.publish({ publication: { notices, filler } })
    await client.poll()
    for (const name of ['K51', 'K52', 'K53'] as const) expect(await states(name)).toEqual(['disabled'])
  })
})
