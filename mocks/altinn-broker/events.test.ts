import { describe, expect, it } from 'vitest'
import { violationsOf } from '../../contracts/altinn-broker/schemas.ts'
import type { BrokerOptions } from './broker.ts'
import { brokersOfTests } from './testing/brokers.ts'
import { bank, bodyOf, idIn, megler, stranger } from './testing/desk.ts'
import type { Webhook } from './testing/webhook.ts'

const { desk, later, webhook: openWebhook } = brokersOfTests()

async function scene(options: Partial<BrokerOptions> = {}) {
  const opened = await desk(options)
  const webhook = await openWebhook()
  const subscribe = async (who: string, changes: object = {}) => {
    const answer = await opened.as(who).subscribe(webhook.url, { ...changes })
    await opened.broker.idle()
    return answer
  }
  return { ...opened, webhook, subscribe, later: (ms: number) => later(opened, ms) }
}
const typesOf = ({ events }: Webhook) => events.map(({ type }) => type.replace('no.altinn.broker.', ''))
const second = 1000
const day = 24 * 3_600_000

describe('a subscription', () => {
  it('is probed before anything is sent', async () => {
    const { as, webhook, subscribe, broker } = await scene()
    webhook.answer(500)
    const answer = await subscribe(bank)
    expect([answer.status, bodyOf(answer)]).toMatchObject([201, { id: 1, validated: false, endPoint: webhook.url }])
    expect(webhook.events).toMatchObject([
      {
        type: 'platform.events.validatesubscription',
        source: `${broker.url}/events/api/v1/subscriptions/1`,
        specversion: '1.0',
      },
    ])
    await as(megler).deliver()
    await later({ broker }, second)
    expect(typesOf(webhook)).not.toContain('published')
    webhook.answer(200)
    await later({ broker }, 10 * second)
    expect(bodyOf(await as(bank).send(`${broker.subscriptionsUrl}/1`))).toMatchObject({ validated: true })
    await as(megler).deliver()
    await later({ broker }, second)
    expect(typesOf(webhook).at(-1)).toBe('published')
  })

  it('is probed at once when somebody asks for it again whose endpoint did not take it', async () => {
    const { as, webhook, subscribe, broker } = await scene()
    webhook.answer(500)
    await subscribe(bank)
    webhook.answer(200)
    expect((await subscribe(bank)).status).toBe(200)
    expect(bodyOf(await as(bank).send(`${broker.subscriptionsUrl}/1`))).toMatchObject({ validated: true })
  })

  it('is there once, and can be ended', async () => {
    const { as, webhook, subscribe, broker } = await scene()
    await subscribe(bank)
    expect((await subscribe(bank)).status).toBe(200)
    expect(webhook.events).toHaveLength(1)
    const list = async () => bodyOf(await as(bank).send(broker.subscriptionsUrl))
    expect(await list()).toMatchObject({ count: 1, subscriptions: [{ id: 1 }] })
    expect((await as(megler).send(`${broker.subscriptionsUrl}/1`)).status).toBe(404)
    expect((await as(megler).send(`${broker.subscriptionsUrl}/1`, { method: 'DELETE' })).status).toBe(404)
    expect((await as(bank).send(`${broker.subscriptionsUrl}/1`, { method: 'DELETE' })).status).toBe(200)
    expect(await list()).toEqual({ count: 0, subscriptions: [] })
  })

  it.each([
    [{ endPoint: '' }],
    [{ endPoint: 'http://elsewhere.example/' }],
    [{ endPoint: 'ftp://127.0.0.1/' }],
    [{ resourceFilter: undefined }],
    [{ subjectFilter: undefined }],
    [{ subjectFilter: `urn:altinn:organization:identifier-no:${stranger}` }],
  ])('with %j is refused', async (changes) => {
    const { subscribe } = await scene()
    const answer = await subscribe(bank, changes)
    expect([answer.status, violationsOf('problem', bodyOf(answer))]).toEqual([400, []])
  })

  it('may name its subject as older clients do', async () => {
    const { subscribe } = await scene()
    const changes = { subjectFilter: null, alternativeSubjectFilter: `/organisation/${bank}` }
    expect((await subscribe(bank, changes)).status).toBe(201)
  })
})

describe('events', () => {
  it('tell each side what becomes of a transfer', async () => {
    const { as, webhook, subscribe, broker, later } = await scene()
    const theirs = await openWebhook()
    await subscribe(bank)
    await as(megler).subscribe(theirs.url)
    await broker.idle()
    const id = await as(megler).deliver()
    await later(second)
    await as(bank).download(id)
    await as(bank).confirm(id)
    await later(day)
    expect(typesOf(webhook).slice(1)).toEqual(['published', 'downloadconfirmed'])
    expect(typesOf(theirs).slice(1).toSorted()).toEqual(
      [
        ...['filetransferinitialized', 'uploadprocessing', 'published'],
        ...['downloadconfirmed', 'allconfirmeddownloaded', 'filepurged'],
      ].toSorted(),
    )
    for (const { contentType, ...event } of [...webhook.events, ...theirs.events]) {
      expect(contentType).toBe('application/cloudevents+json')
      expect(violationsOf('event', event)).toEqual([])
    }
    expect(webhook.events[1]).toMatchObject({
      resource: 'urn:altinn:resource:kv_dsve_test',
      resourceinstance: id,
      subject: `urn:altinn:organization:identifier-no:${bank}`,
      source: broker.transfersUrl,
      data: { Role: 'Recipient' },
    })
    expect(new Set([...webhook.events, ...theirs.events].map((event) => event.id)).size).toBe(
      webhook.events.length + theirs.events.length,
    )
  })

  it('tell both when a file was never confirmed', async () => {
    const { as, webhook, subscribe, later } = await scene()
    await subscribe(bank)
    await as(megler).deliver()
    await later(31 * day)
    expect(typesOf(webhook).at(-1)).toBe('fileneverconfirmeddownloaded')
  })

  it('are sent again, with the same id, until they are taken, and twelve times at most', async () => {
    const { as, webhook, subscribe, later, told } = await scene()
    await subscribe(bank, { typeFilter: 'no.altinn.broker.published' })
    webhook.answer(503)
    await as(megler).deliver()
    await later(second)
    expect(told.at(-1)).toMatchObject({
      method: 'EVENT',
      status: 503,
      said: expect.stringContaining('sent again later'),
    })
    await later(10 * second)
    webhook.answer(202)
    await later(30 * second)
    await later(day)
    const ids = webhook.events.slice(1).map(({ id }) => id)
    expect([ids.length, new Set(ids).size]).toEqual([3, 1])
    webhook.answer(500)
    await as(megler).deliver()
    for (let step = 0; step < 20; step += 1) await later(12 * 3_600_000)
    expect(webhook.events.slice(4)).toHaveLength(13)
    expect(told.at(-1)?.said).toContain('is given up')
  })

  it('are not sent to those whom they are not about', async () => {
    const { as, webhook, subscribe, later } = await scene()
    await subscribe(stranger)
    await as(megler).deliver()
    await later(second)
    expect(webhook.events).toHaveLength(1)
  })

  it('tell of a scan that found something', async () => {
    const { as, webhook, later } = await scene({
      faults: [{ replaces: { scan: () => (_transfer, now) => ({ what: 'infected', at: now }) } }],
    })
    await as(megler).subscribe(webhook.url)
    await later(0)
    const id = idIn(await as(megler).initialise())
    await as(megler).upload(id, 'x')
    await later(second)
    expect(typesOf(webhook).at(-1)).toBe('uploadfailed')
    expect(bodyOf(await as(megler).overview(id)).fileTransferStatus).toBe('Failed')
  })
})
