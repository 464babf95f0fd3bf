import { createPrivateKey, X509Certificate } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PartyKeys } from '../contracts/config/party-keys.ts'
import { createCaller } from './http/testing/caller.ts'
import { makePartyKeys } from './keys.ts'
import { type Parties, startParties } from './parties.ts'

let keys: PartyKeys
let others: PartyKeys
beforeAll(async () => {
  keys = JSON.parse(JSON.stringify(await makePartyKeys()))
  others = await makePartyKeys()
})
const open: Parties[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((parties) => parties.close()))
})
const start = async (given: PartyKeys) => {
  const parties = await startParties({ keys: given })
  open.push(parties)
  return parties
}

const agency = 'iso6523-actorid-upis::0192:974760673'
const account = 'bdx-procid-dsop::urn:fdc:bits.no:2018:dsop:account:1.0'

/** What a bank trusts and caches. */
async function seenByBank({ authority, maskinporten, certpub }: Parties) {
  const caller = createCaller(authority.rootPem)
  const { text: keySet } = await caller.get(`${maskinporten.url}/jwk`)
  const { text: published } = await caller.get(`${certpub.publisherUrl}/api/v1/${agency}/${account}`)
  return { root: authority.rootPem, keySet, published }
}

describe('the keys of the parties', () => {
  it('written down and read again, make a bank see the same', async () => {
    const first = await start(keys)
    const before = await seenByBank(first)
    const second = await start(keys)
    // The bank's trust store of the first run is enough for the second.
    const caller = createCaller(before.root)
    expect((await caller.get(second.maskinporten.metadataUrl)).status).toBe(200)
    expect(await seenByBank(second)).toEqual(before)
    expect(second.consumer).toEqual(first.consumer)
    expect(second.consumer.name).toBe('Brønnøysundregistrene')
  })

  it('are others when they are made anew', async () => {
    const [one, two] = [await seenByBank(await start(keys)), await seenByBank(await start(others))]
    for (const part of ['root', 'keySet', 'published'] as const) expect(one[part]).not.toBe(two[part])
  })

  it('hold one RSA key for each issuer, and two agencies below the root', () => {
    const details = Object.values(keys.issuers).map((pem) => createPrivateKey(pem).asymmetricKeyDetails?.modulusLength)
    expect([Object.keys(keys.issuers).sort(), details]).toEqual([
      ['other', 'production', 'test'],
      [2048, 2048, 2048],
    ])
    expect(new Set(Object.values(keys.issuers)).size).toBe(3)
    const root = new X509Certificate(keys.root.certificate)
    for (const { certificate } of [keys.consumer, keys.secondAgency]) {
      expect(new X509Certificate(certificate).verify(root.publicKey)).toBe(true)
    }
  })

  const broken: Readonly<Record<string, () => PartyKeys>> = {
    'certificate of root is not readable': () => ({ ...keys, root: { ...keys.root, certificate: 'x' } }),
    'private key of consumer is not readable': () => ({ ...keys, consumer: { ...keys.consumer, privateKey: 'x' } }),
    'of root do not belong together': () => ({ ...keys, root: { ...keys.root, privateKey: others.root.privateKey } }),
    'certificate of consumer is not issued by the kept root': () => ({ ...keys, consumer: others.consumer }),
    'certificate of secondAgency is not of 974761076': () => ({ ...keys, secondAgency: keys.consumer }),
    'the issuer "test" is no RSA key': () => ({ ...keys, issuers: { ...keys.issuers, test: 'x' } }),
    'the issuer "other" is no RSA key': () => ({ ...keys, issuers: { ...keys.issuers, other: keys.root.privateKey } }),
  }
  it.each(Object.entries(broken))('are refused: %s', async (message, make) => {
    const given = make()
    const error = await start(given).catch((reason: Error) => reason)
    expect(`${error}`).toContain(message)
    expect(`${error}`).not.toMatch(/-----BEGIN|[A-Za-z0-9+/]{60}/)
  })
})
