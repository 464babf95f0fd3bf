import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PartyKeys } from '../../../contracts/config/party-keys.ts'
import { makePartyKeys, withBank } from '../../../mocks/keys.ts'
import { startParties } from '../../../mocks/parties.ts'
import type { BrregSettings } from '../../../mocks/setting.ts'
import { fileName } from './make.ts'
import { verifyPact } from './verify.ts'

const file = fileURLToPath(new URL(`../../../contracts/pacts/${fileName}`, import.meta.url))
let keys: PartyKeys
beforeAll(async () => {
  keys = await withBank(await makePartyKeys(), { organisationNumber: '314703103', name: 'Testbanken' })
})

async function verified(brreg: BrregSettings): Promise<string> {
  const parties = await startParties({ only: ['brreg'], keys, brreg })
  const { privateKey: key = '', certificate = '' } = keys.bank ?? {}
  const control = parties.control({ audience: () => '', forget: async () => false })
  try {
    await verifyPact({ url: parties.brreg.url, trust: parties.authority.rootPem, certificate, key, control }, file)
    return 'kept'
  } catch (error) {
    return (error as Error).message
  } finally {
    await parties.close()
  }
}

describe('the contract of a bank with Konkursvarsel', () => {
  it.each<readonly [string, BrregSettings]>([
    ['as it is', {}],
    [
      'that orders and renders otherwise',
      { manners: { order: 'descending', emptyList: 'array', comparison: 'inclusive' } },
    ],
  ])('is kept by our Brreg %s', async (_what, brreg) => expect(await verified(brreg)).toBe('kept'))

  it.each<readonly [string, BrregSettings]>([
    ['lets nobody in', { admitted: [] }],
    [
      'answers in another media type',
      { parts: { send: (_request, response) => response.type('text/plain').send('{}') } },
    ],
    ['has no details', { parts: { showDetail: (_request, response) => response.status(500).end() } }],
  ])('is broken by one that %s', async (_what, brreg) => expect(await verified(brreg)).not.toBe('kept'))
})
