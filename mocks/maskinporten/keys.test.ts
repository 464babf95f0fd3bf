import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createKeyStore, signingKeyOf } from './keys.ts'

const small = { modulusLength: 1024 }

describe('the keys of an issuer', () => {
  it('do not pile up: the set holds the eight newest, the signing one among them', async () => {
    const keys = await createKeyStore(small)
    const kids = [keys.current().kid]
    for (let turn = 0; turn < 12; turn += 1) kids.push(await keys.rotate())
    expect(keys.published().map(({ kid }) => kid)).toEqual(kids.slice(-8))
    expect(keys.current().kid).toBe(kids.at(-1))
  })

  it('begin with the one that was kept', async () => {
    const { privateKey } = generateKeyPairSync('rsa', small)
    const first = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect((await createKeyStore({ ...small, first })).current().kid).toBe((await signingKeyOf(privateKey)).kid)
  })
})
