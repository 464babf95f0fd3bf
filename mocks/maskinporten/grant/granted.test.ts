import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMaskinporten } from '../maskinporten.ts'
import { type Desk, formOf, now, openDesk } from './testing/desk.ts'
import { altinn, bank, customer, type GrantRecipe, makeGrant, syntheticPerson, systemUser } from './testing/world.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

async function granted(
  recipe: GrantRecipe,
): Promise<{ answer: Record<string, unknown>; token: Record<string, unknown> }> {
  const { status, text } = await desk.ask(recipe)
  expect([status, text]).toEqual([200, expect.stringContaining('access_token')])
  return opened(text)
}

function opened(text: string) {
  const answer = JSON.parse(text)
  const [, payload] = String(answer.access_token).split('.')
  return { answer, token: JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) }
}

describe('the token endpoint grants', () => {
  it('a token of the documented shape', async () => {
    const { answer, token } = await granted({})
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 120, scope: 'konkurs:read' })
    expect(token).toEqual({
      iss: desk.party.issuer,
      client_amr: 'private_key_jwt',
      token_type: 'Bearer',
      client_id: 'keys',
      scope: 'konkurs:read',
      consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${bank}` },
      iat: expect.any(Number),
      exp: Number(token.iat) + 120,
      jti: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  it('RS384 and RS512 grants, and a grant that was issued nine seconds ahead', async () => {
    await granted({ header: { alg: 'RS384', typ: 'JWT' } })
    await granted({ header: { alg: 'RS512' } })
    await granted({ claims: { iat: now() + 9, exp: now() + 100 } })
  })

  it('what two widespread clients send: resource as text with ten seconds, and raw colons with 120', async () => {
    const { token } = await granted({ claims: { resource: 'https://a.example', exp: now() + 10 } })
    expect(token.aud).toBe('https://a.example')
    const raw = await desk.post(`grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=${desk.grant()}`)
    expect(raw.status).toBe(200)
  })

  it('one resource as a text, several as a list', async () => {
    expect((await granted({ claims: { resource: ['https://a'] } })).token.aud).toBe('https://a')
    expect((await granted({ claims: { resource: ['https://a', 'https://b'] } })).token.aud).toEqual([
      'https://a',
      'https://b',
    ])
  })

  it('a certificate, with and without the root in the chain', async () => {
    const leaf = Buffer.from(desk.world.certified.certificateDer).toString('base64')
    const root = desk.authority.rootPem.replace(/-----[^-]+-----|\s/g, '')
    for (const x5c of [[leaf], [leaf, root]]) {
      const { status, text } = await desk.askCertified(desk.world.certified, { header: { x5c } })
      expect(status).toBe(200)
      expect(opened(text).token.client_amr).toBe('virksomhetssertifikat')
    }
  })

  it('a delegated scope that is not registered on the client', async () => {
    const { token } = await granted({ claims: { scope: 'lent:out', consumer_org: customer } })
    expect(token).toMatchObject({
      consumer: { ID: `0192:${customer}` },
      supplier: { ID: `0192:${bank}` },
      delegation_source: altinn,
    })
  })

  it('the older, internal delegation', async () => {
    const { token } = await granted({ claims: { iss_onbehalfof: 'office' } })
    expect(token).toMatchObject({ consumer: { ID: `0192:${customer}` }, supplier: { ID: `0192:${bank}` } })
    expect(token).not.toHaveProperty('delegation_source')
  })

  it('open scopes, pid and authorization_details', async () => {
    const { token } = await granted({
      claims: { scope: ' open:all  konkurs:read', pid: syntheticPerson, authorization_details: [systemUser] },
    })
    expect(token).toMatchObject({
      scope: 'open:all konkurs:read',
      pid: syntheticPerson,
      authorization_details: [systemUser],
    })
  })

  it.each([
    ['keys', 'konkurs:read', 120],
    ['keys', 'konkurs:read short:lived', 30],
    ['patient', 'konkurs:read', 600],
    ['patient', 'konkurs:read short:lived', 30],
  ])('a life that is the shortest of client and scopes: %s, %s', async (iss, scope, seconds) => {
    const { answer, token } = await granted({ claims: { iss, scope } })
    expect([answer.expires_in, Number(token.exp) - Number(token.iat)]).toEqual([seconds, seconds])
  })

  it('the older literal audience when told so', async () => {
    const older = await startMaskinporten({
      identity: await desk.authority.server(['127.0.0.1']),
      ...desk.world.registration,
      style: { audienceWithoutResource: 'unspecified' },
    })
    const { text } = await desk.caller.post(`${older.url}/token`, formOf(makeGrant(desk.world, older.issuer)))
    expect(opened(text).token.aud).toBe('unspecified')
    await older.close()
  })
})
