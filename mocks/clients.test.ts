import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PartyKeys } from '../contracts/config/party-keys.ts'
import { createTokens } from './altinn-client/tokens.ts'
import { makeBrokerClients } from './clients.ts'
import { createOutgoing, type Outgoing } from './http/outgoing.ts'
import { makePartyKeys, withBank } from './keys.ts'
import { type Parties, startParties } from './parties.ts'
import { createAuthority } from './pki/authority.ts'

/** Who calls the broker gets its tokens as any client does. */

const bank = { organisationNumber: '314703103', name: 'Banken', baseUrl: 'https://bank.example/v2' } as const

let keys: PartyKeys
let parties: Parties<'maskinporten' | 'altinn-broker' | 'akeldo' | 'megler'>
let outgoing: Outgoing
beforeAll(async () => {
  keys = await withBank(await makePartyKeys(), bank)
  parties = await startParties({ only: ['megler'], keys, entries: [bank] }).then((started) => started as typeof parties)
  outgoing = createOutgoing({ trust: [parties.authority.rootPem] })
})
afterAll(async () => {
  await Promise.all([parties.close(), outgoing.close()])
})

const tokensOf = (client: Parameters<typeof createTokens>[0]['client']) => {
  const { issuer, url } = parties.maskinporten
  return createTokens({ client, issuer, tokenUrl: `${url}/token`, outgoing, now: Date.now })
}
const search = (token: string) =>
  outgoing.send(`${parties['altinn-broker'].transfersUrl}?resourceId=kv_dsve_test`, {
    headers: { authorization: `Bearer ${token}` },
  })

describe('the bank as a client of Maskinporten', () => {
  it('gets a token with its enterprise certificate, which the broker believes', async () => {
    const token = await tokensOf(parties.clients.bank).tokenFor(bank.organisationNumber)
    expect((await search(token)).status).toBe(200)
    expect(parties['altinn-broker'].acts(0).acts.at(-1)).toMatchObject({
      operation: 'search',
      party: `0192:${bank.organisationNumber}`,
      client: parties.clients.bank.clientId,
    })
  })

  it('may be a data centre, which acts as the system user of a bank', async () => {
    const token = await tokensOf(parties.clients.bank).tokenFor('310000011')
    expect((await search(token)).status).toBe(200)
    expect(parties['altinn-broker'].acts(0).acts.at(-1)).toMatchObject({
      party: '0192:310000011',
      vendor: `0192:${bank.organisationNumber}`,
    })
  })

  it('has the certificate that is kept', () => {
    expect(parties.clients.bank.certificatePem).toBe(keys.bank?.certificate)
  })

  it('cannot be another one than the bank that is kept', async () => {
    const authority = await createAuthority(keys.root)
    const another = { organisationNumber: '310000011', name: 'En annen' }
    await expect(makeBrokerClients(authority, another, keys.bank)).rejects.toThrow(/of bank is not of 310000011/)
  })
})

describe('the control protocol', () => {
  const control = () => parties.control({ audience: () => bank.baseUrl, forget: async () => false })

  it('lets the megler ask, and tells what it learned', async () => {
    const inquiry = { message: 'restgjeldsforespoersel', fixture: 'S1', referanse: randomUUID() } as const
    const sent = await control().inquire({ inquiry })
    expect(sent.referanse).toBe(inquiry.referanse)
    const { letters } = await control().letters({ after: 0 })
    expect(letters[0]).toMatchObject({ what: 'sent', fixture: 'S1', fileTransferId: sent.fileTransferId })
  })

  it('tells what callers did at the broker', async () => {
    const { acts } = await control().acts({ after: 0 })
    const initialised = acts.find(({ operation }) => operation === 'initialise')
    expect(initialised).toMatchObject({
      status: 200,
      request: {
        recipients: [`0192:${bank.organisationNumber}`],
        propertyList: { messageType: 'Restgjeldsforespoersel' },
      },
    })
  })

  it('makes the broker and AKELDO fail, and calms them', async () => {
    const { akeldo } = parties
    const actors = async () => (await outgoing.send(akeldo.actorsUrl)).status
    await control().stimulate({ stimulus: { party: 'akeldo', does: 'outage' } })
    await control().stimulate({ stimulus: { party: 'altinn-broker', does: 'outage' } })
    expect([await actors(), (await search('x')).status]).toEqual([503, 503])
    await control().calm({})
    expect([await actors(), (await search('x')).status]).toEqual([200, 401])
  })
})
