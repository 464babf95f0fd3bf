import { privateDecrypt, publicEncrypt, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Control, Stimulus } from '../contracts/control/protocol.ts'
import { PortTaken } from './http/listen.ts'
import { type Caller, createCaller } from './http/testing/caller.ts'
import { type Parties, startParties } from './parties.ts'
import { freePort } from './testing/free-port.ts'

const address = 'iso6523-actorid-upis::0192:974760673'
const accountProcess = 'bdx-procid-dsop::urn:fdc:bits.no:2018:dsop:account:1.0'

let parties: Parties
let control: Control
let caller: Caller
let forgotten = 0
beforeAll(async () => {
  parties = await startParties()
  caller = createCaller(parties.authority.rootPem)
  control = parties.control({
    audience: () => 'https://bank.example/v2',
    forget: async () => {
      forgotten += 1
      return true
    },
  })
})
afterAll(async () => {
  await parties.close()
})

const statuses = async () => {
  const answers = [
    await caller.get(parties.maskinporten.metadataUrl),
    await caller.get(`${parties.certpub.locatorUrl}/lookup/v2/${address}`),
    await caller.get(`${parties.certpub.publisherUrl}/api/v1/${address}/${accountProcess}`),
  ]
  return answers.map(({ status }) => status)
}

describe('the parties', () => {
  it('serve the consumer its own certificate, with the key that the harness holds', async () => {
    const { text } = await caller.get(`${parties.certpub.publisherUrl}/api/v1/${address}/${accountProcess}`)
    const [, base64 = ''] = /<Certificate [^>]+>([^<]+)</.exec(text) ?? []
    const certificate = new X509Certificate(Buffer.from(base64, 'base64'))
    expect(certificate.verify(new X509Certificate(parties.authority.rootPem).publicKey)).toBe(true)
    const sealed = publicEncrypt(certificate.publicKey, Buffer.from('hemmelig'))
    expect(privateDecrypt(parties.consumer.privateKeyPem, sealed).toString()).toBe('hemmelig')
  })

  it('give nothing back of the first when the second cannot start', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const free = await freePort()
    await expect(startParties({ ports: { maskinporten: free, certpub: port } })).rejects.toThrow(PortTaken)
    const again = createServer().listen(free, '127.0.0.1')
    await once(again, 'listening')
    again.close()
    taken.close()
  })

  it('leave nothing behind when they close', async () => {
    const own = await startParties({ issuer: 'https://test.maskinporten.no/' })
    expect(own.maskinporten.issuer).toBe('https://test.maskinporten.no/')
    const ownCaller = createCaller(own.authority.rootPem)
    await ownCaller.get(own.maskinporten.metadataUrl)
    await own.close()
    await expect(ownCaller.get(own.maskinporten.metadataUrl)).rejects.toThrow(/ECONNREFUSED/)
    await expect(ownCaller.get(own.certpub.locatorUrl)).rejects.toThrow(/ECONNREFUSED/)
  })
})

describe('the control', () => {
  const effects: readonly [Stimulus, readonly number[]][] = [
    [{ party: 'certpub', does: 'outage' }, [200, 503, 503]],
    [{ party: 'certpub', does: 'unknown-participant' }, [200, 404, 404]],
    [{ party: 'maskinporten', does: 'outage' }, [503, 200, 200]],
  ]

  it.each(effects)('stimulates %j and calms', async (stimulus, expected) => {
    expect(await control.stimulate({ stimulus })).toEqual({})
    expect(await statuses()).toEqual(expected)
    expect(await control.calm({})).toEqual({})
    expect(await statuses()).toEqual([200, 200, 200])
  })

  it('refuses a stimulus that no party knows', async () => {
    const stimulus = { party: 'certpub', does: 'dance' } as unknown as Stimulus
    await expect(control.stimulate({ stimulus })).rejects.toThrow(/certpub dance.*known are: certpub outage/)
  })

  it('mints for the audience that the participant has now', async () => {
    const { token } = await control.mint({ recipe: { claims: { aud: ['{audience}/x'] } } })
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      iss: parties.maskinporten.issuer,
      aud: ['https://bank.example/v2/x'],
    })
  })

  it('observes both parties under one cursor, in order', async () => {
    const { cursor } = await control.observed({ after: 0 })
    await statuses()
    const later = await control.observed({ after: cursor })
    expect(later.seen.map(({ party }) => party)).toEqual(['maskinporten', 'certpub', 'certpub'])
    expect(later.cursor).toBe(cursor + 3)
    expect(await control.observed({ after: later.cursor })).toEqual({ cursor: later.cursor, seen: [] })
  })

  it('passes on that the participant forgets', async () => {
    expect(await control.forget({})).toEqual({ done: true })
    expect(forgotten).toBe(1)
  })
})
