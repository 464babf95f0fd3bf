import { describe, expect, it } from 'vitest'
import { bankOf } from '../world/world.ts'
import { scenesOfTests } from './testing/scenes.ts'

const set = scenesOfTests()

describe('the client', () => {
  it('shows its virksomhetssertifikat on every connection, and speaks a TLS of today', async () => {
    const { client, publish, seen, world } = await set()
    await publish({})
    await client.poll()
    const calls = await seen()
    expect(calls.map(({ asked }) => asked)).toEqual(['updated-list', 'detail'])
    for (const { tls } of calls) {
      expect(tls.protocol).toMatch(/^TLSv1\.[23]$/)
      expect(tls.certificate).toMatchObject({
        trusted: true,
        organisationNumber: bankOf(world).organisationNumber,
      })
    }
  })

  it.each(['other-host', 'expired', 'unknown-issuer', 'old-tls'] as const)(
    'asks nobody nothing who shows %s',
    async (certificate) => {
      const { client, stimulate, seen, control, publish, states } = await set()
      await publish({ debtor: 'K32' })
      await stimulate({ does: 'presents', certificate })
      await client.poll()
      expect((await seen()).filter(({ asked }) => asked !== 'handshake')).toEqual([])
      expect(client.told().map(({ what }) => what)).toEqual(['alarm'])
      await control.calm({})
      await client.poll()
      expect(await states('K32')).toEqual(['disabled'])
    },
  )

  it('follows a link of its host wherever it leads there, and none to another', async () => {
    const { client, stimulate, seen, control, publish } = await set()
    await stimulate({ does: 'links', href: 'marked' })
    await publish({ debtor: 'K32' })
    await client.poll()
    await control.calm({})
    await stimulate({ does: 'links', href: 'foreign-host' })
    await publish({ debtor: 'K33' })
    await client.poll()
    const details = (await seen()).filter(({ asked }) => asked === 'detail')
    expect(details.map(({ way, status }) => [way, status])).toEqual([
      ['href', 200],
      ['path', 200],
    ])
    expect(client.told().map(({ what }) => what)).toEqual(['foreign-link'])
  })

  it('asks again by itself', async () => {
    const { seen } = await set({ everyMs: 5 })
    let lists = 0
    while (lists < 3) {
      lists += (await seen()).length
      await new Promise(setImmediate)
    }
    expect(lists).toBeGreaterThanOrEqual(3)
  })
})
