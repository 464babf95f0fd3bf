import { describe, expect, it } from 'vitest'
import { violationsOf } from '../../contracts/altinn-broker/schemas.ts'
import { usualResource } from './settings.ts'
import { brokersOfTests } from './testing/brokers.ts'
import {
  bank,
  bodyOf,
  type Desk,
  idIn,
  megler,
  problemIn,
  resource,
  stranger,
  type TokenChanges,
} from './testing/desk.ts'

const { desk, world } = brokersOfTests()
const consumer = (organisation: string) => ({ authority: 'iso6523-actorid-upis', ID: `0192:${organisation}` })
const systemUser = (organisation: string) => ({
  type: 'urn:altinn:systemuser',
  systemuser_id: ['a'],
  systemuser_org: consumer(organisation),
  system_id: 'x',
})

describe('a token', () => {
  it.each<readonly [string, TokenChanges, string]>([
    ['none', { bearer: '' }, 'no bearer token'],
    ['no token', { bearer: 'abc' }, 'a token that is not believed'],
    ['of another issuer', { claims: { iss: 'https://elsewhere.example/' } }, 'of an issuer that is not trusted'],
    ['expired', { claims: { exp: 1 } }, 'not believed: ERR_JWT_EXPIRED'],
    ['without an organisation', { claims: { consumer: null } }, 'names no organisation'],
  ])('%s is refused without a body', async (_what, token, said) => {
    const { as, told } = await desk()
    const answer = await as(megler, token).search({ resourceId: resource })
    expect([answer.status, answer.headers['www-authenticate'], answer.body.length]).toEqual([401, 'Bearer', 0])
    expect(told.at(-1)?.said).toContain(said)
  })

  it('needs the audience where one is set', async () => {
    const { as } = await desk({ settings: { audience: 'https://broker.example' } })
    const search = (claims: object) => as(megler, { claims: { ...claims } }).search({ resourceId: resource })
    expect((await search({})).status).toBe(401)
    expect((await search({ aud: 'https://other.example' })).status).toBe(401)
    expect((await search({ aud: 'https://broker.example' })).status).toBe(200)
  })

  it.each<readonly [string, string, (client: ReturnType<Desk['as']>) => Promise<{ readonly status: number }>]>([
    ['altinn:broker.read', 'initialises', (client) => client.initialise()],
    ['altinn:broker.read', 'subscribes', (client) => client.subscribe('https://x.example/')],
    ['altinn:broker.write', 'downloads', (client) => client.download(someId)],
    ['altinn:broker.write', 'confirms', (client) => client.confirm(someId)],
    ['bits:kontoinformasjon', 'searches', (client) => client.search({ resourceId: resource })],
  ])('with the scope %s alone never %s', async (scope, _what, act) => {
    const { as, told } = await desk()
    expect((await act(as(megler, { scope }))).status).toBe(403)
    expect(told.at(-1)?.said).toContain('lacks the scope')
  })

  it('of a system user acts for the customer, whoever holds it', async () => {
    const { as, told, broker } = await desk()
    const centre = as(stranger, { claims: { authorization_details: [systemUser(megler)] } })
    const id = await centre.deliver('x', { sender: `0192:${megler}` })
    expect(bodyOf(await as(megler).overview(id)).sender).toBe(`0192:${megler}`)
    expect(told[0]?.said).toContain(`${megler} (through ${stranger}) initialises`)
    expect(broker.acts(0).acts[0]).toMatchObject({ party: `0192:${megler}`, vendor: `0192:${stranger}` })
  })

  it('can be exchanged for one of Altinn, which is believed as well', async () => {
    const { as, broker } = await desk()
    const exchanged = await as(megler, { scope: 'altinn:broker.write' }).send(broker.exchangeUrl)
    expect([exchanged.status, exchanged.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    const bearer = exchanged.body.toString()
    const claims = JSON.parse(Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString())
    expect(claims).toMatchObject({
      'urn:altinn:orgNumber': megler,
      scope: 'altinn:broker.write',
      consumer: consumer(megler),
    })
    expect((await as(megler, { bearer }).initialise()).status).toBe(200)
    expect((await as(megler, { bearer }).download(someId)).status).toBe(403)
  })

  it('signed with a key that was published later is believed', async () => {
    const { as } = await desk()
    expect((await as(megler).search({ resourceId: resource })).status).toBe(200)
    await world().maskinporten.rotate()
    expect((await as(megler).search({ resourceId: resource })).status).toBe(200)
  })
})
const someId = '00000000-0000-4000-8000-000000000000'

describe('whoever has nothing to do with a transfer', () => {
  it('gets nothing of it', async () => {
    const { as } = await desk()
    const id = await as(megler).deliver()
    world().clock.advance(1000)
    const other = as(stranger)
    for (const act of [
      other.overview(id),
      other.details(id),
      other.download(id),
      other.confirm(id),
      other.upload(id, ''),
    ])
      expect(problemIn(await act)).toEqual([401, 6])
    expect(bodyOf(await other.search({ resourceId: resource }))).toEqual([])
    // The sender does not download, the recipient does not upload.
    expect(problemIn(await as(megler).download(id))).toEqual([401, 6])
    expect(problemIn(await as(bank).upload(id, ''))).toEqual([401, 6])
    expect(problemIn(await other.overview(someId))).toEqual([404, 1])
    expect((await other.overview('x')).status).toBe(400)
  })

  it('cannot send as another, or without the right', async () => {
    const { as } = await desk({ settings: { denied: [{ organisation: stranger, right: 'write' }] } })
    expect(problemIn(await as(megler).initialise({ sender: `0192:${bank}` }))).toEqual([401, 6])
    expect(problemIn(await as(stranger).initialise())).toEqual([401, 6])
    expect(problemIn(await as(stranger).search({ resourceId: resource }))).toEqual([401, 6])
    expect(problemIn(await as(megler).search({ resourceId: 'unknown' }))).toEqual([401, 6])
    expect(problemIn(await as(megler).initialise({ resourceId: 'unknown' }))).toEqual([401, 6])
  })
})

describe('a resource', () => {
  it.each<readonly [Partial<typeof usualResource>, number]>([
    [{ configured: false }, 25],
    [{ requiredParty: stranger }, 26],
    [{ accessList: [megler] }, 28],
  ])('with %j refuses with number %d', async (changes, number) => {
    const { as } = await desk({ settings: { resources: { [resource]: { ...usualResource, ...changes } } } })
    expect(problemIn(await as(megler).initialise())).toEqual([400, number])
  })
})

describe('a request to initialise', () => {
  it.each<readonly [string, object]>([
    ['fileName', { fileName: '' }],
    ['fileName', { fileName: 'x'.repeat(256) }],
    ['resourceId', { resourceId: 'a:b' }],
    ['sendersFileTransferReference', { sendersFileTransferReference: undefined }],
    ['sendersFileTransferReference', { sendersFileTransferReference: '' }],
    ['sender', { sender: megler }],
    ['recipients', { recipients: [] }],
    ['recipients', { recipients: [bank] }],
    ['propertyList', { propertyList: { statusDescription: 'x'.repeat(3001) } }],
    ['propertyList', { propertyList: { ['k'.repeat(51)]: '' } }],
    ['propertyList', { propertyList: Object.fromEntries([...'12345678901'].map((one, index) => [one + index, ''])) }],
    ['checksum', { checksum: 'ABCDEF0123456789ABCDEF0123456789' }],
  ])('is refused for its %s', async (member, changes) => {
    const { as } = await desk()
    const answer = await as(megler).initialise({ ...changes })
    expect([answer.status, answer.headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8'])
    expect(violationsOf('problem', bodyOf(answer))).toEqual([])
    expect(Object.keys(bodyOf(answer).errors)).toEqual([member])
  })

  it('may leave out what is optional, and write parties as URN', async () => {
    const { as } = await desk()
    const urn = `urn:altinn:organization:identifier-no:${megler}`
    const id = idIn(
      await as(megler).initialise({ sender: urn, propertyList: null, checksum: null, disableVirusScan: null }),
    )
    expect(bodyOf(await as(megler).overview(id))).toMatchObject({ sender: urn, propertyList: {}, checksum: null })
    // A sender that is written so is not found by its own search.
    expect(bodyOf(await as(megler).search({ resourceId: resource }))).toEqual([])
  })

  it.each([
    ['application/xml', 415],
    ['application/json', 400],
  ])('as %s that is no JSON is refused with %d', async (type, status) => {
    const { as, broker } = await desk()
    const call = { method: 'POST', headers: { 'content-type': type }, body: '<x/>' } as const
    expect((await as(megler).send(broker.transfersUrl, call)).status).toBe(status)
  })

  it('is answered as JSON, or not at all', async () => {
    const { as, broker } = await desk()
    const headers = { accept: 'application/xml', 'content-type': 'application/json' }
    expect((await as(megler).send(broker.transfersUrl, { method: 'POST', headers, body: '{}' })).status).toBe(406)
  })
})

describe('a search', () => {
  it('finds by status, by role, by time and newest first, a hundred at most', async () => {
    const { as } = await desk({ settings: { searchCap: 2, limits: { search: 100, details: 10, other: 120 } } })
    const ids: string[] = []
    for (const body of ['a', 'b', 'c']) {
      ids.push(await as(megler).deliver(body))
      world().clock.advance(60_000)
    }
    const [one, two, three] = ids
    const search = async (query: object, who = bank) => bodyOf(await as(who).search({ resourceId: resource, ...query }))
    expect(await search({})).toEqual([three, two])
    expect(await search({ orderAscending: 'true' })).toEqual([one, two])
    expect([await search({ role: 'sender' }), await search({ role: 'recipient' })]).toEqual([[], [three, two]])
    expect(await search({ role: 'Sender' }, megler)).toEqual([three, two])
    expect(await search({ recipientStatus: 'Initialized' }, megler)).toEqual([])
    const at = (minutes: number) => new Date(world().clock.now() - minutes * 60_000).toISOString()
    expect(await search({ from: at(2), to: at(2) })).toEqual([two])
    expect([await search({ from: at(2) }), await search({ to: at(2) })]).toEqual([[three], [one]])
    // With a status, the time is when that was reached.
    expect(await search({ status: 'Published', from: at(1) })).toEqual([three])
    await as(bank).download(one ?? '')
    expect(await search({ status: '3', recipientStatus: 'DownloadStarted' })).toEqual([one])
  })

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['resourceId', {}],
    ['status', { resourceId: resource, status: 'Gone' }],
    ['from', { resourceId: resource, from: 'yesterday' }],
  ])('without a lawful %s is refused', async (member, query) => {
    const { as } = await desk()
    const answer = await as(bank).search(query)
    expect([answer.status, Object.keys(bodyOf(answer).errors)]).toEqual([400, [member]])
  })
})

describe('the number of calls', () => {
  it('is limited for each integration and kind, and begins anew every minute', async () => {
    const { as } = await desk()
    const statuses = async (client: ReturnType<typeof as>, count: number) => {
      const seen: number[] = []
      for (let each = 0; each < count; each += 1) seen.push((await client.search({ resourceId: resource })).status)
      return seen
    }
    const first = await statuses(as(bank), 11)
    expect(first).toEqual([...Array(10).fill(200), 429])
    const { headers } = await as(bank).search({ resourceId: resource })
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect((await as(bank).overview(someId)).status).toBe(404)
    expect(await statuses(as(megler), 1)).toEqual([200])
    // Another system of the same party has a count of its own.
    expect(await statuses(as(bank, { claims: { client_id: 'second' } }), 1)).toEqual([200])
    world().clock.advance(60_000)
    expect(await statuses(as(bank), 1)).toEqual([200])
  })
})

describe('what is not there', () => {
  it.each([
    ['GET', '/broker/api/v1/elsewhere', 404],
    ['POST', '/broker/api/v1/filetransfer/upload/tus/x', 501],
  ] as const)('%s %s is answered with %d', async (method, path, status) => {
    const { as, broker } = await desk()
    const answer = await as(bank).send(`${broker.url}${path}`, { method })
    expect([answer.status, violationsOf('problem', bodyOf(answer))]).toEqual([status, []])
  })

  it('is everything during an outage', async () => {
    const { as, broker } = await desk()
    broker.outage(true)
    expect((await as(bank).search({ resourceId: resource })).status).toBe(503)
    broker.outage(false)
    expect((await as(bank).search({ resourceId: resource })).status).toBe(200)
  })

  it('is a broker whose settings make no sense', async () => {
    const resources = { [resource]: { ...usualResource, lifeMs: 366 * 24 * 3_600_000 } }
    await expect(desk({ settings: { resources } })).rejects.toThrow(/lifeMs is .* from 1 to 31536000000/)
    await expect(desk({ settings: { scanMs: -1 } })).rejects.toThrow(/scanMs is -1/)
  })
})
