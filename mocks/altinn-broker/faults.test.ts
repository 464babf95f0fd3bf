import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { brokerFaults } from './faults.ts'
import { brokersOfTests } from './testing/brokers.ts'
import { bank, bodyOf, type Desk, idIn, megler, problemIn, resource, until } from './testing/desk.ts'
import type { Webhook } from './testing/webhook.ts'

const brokers = brokersOfTests()

async function scene(id: string) {
  const fault = brokerFaults[id]
  if (fault === undefined) throw new Error(`no fault ${id}`)
  const desk = await brokers.desk({ faults: [fault] })
  const later = (ms: number) => brokers.later(desk, ms)
  const hooked = async () => {
    const webhook = await brokers.webhook()
    await desk.as(bank).subscribe(webhook.url)
    await desk.broker.idle()
    return webhook
  }
  return { ...desk, later, hooked }
}
type Scene = Desk & Awaited<ReturnType<typeof scene>>

const statusOf = async ({ as }: Scene, id: string) => bodyOf(await as(megler).overview(id)).fileTransferStatus
const published = ({ events }: Webhook) => events.filter(({ type }) => type.endsWith('published')).map(({ id }) => id)
const second = 1000
const minute = 60 * second

/** What is to be seen of each. */
const effects: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'events-twice': async ({ as, hooked, later }) => {
    const webhook = await hooked()
    await as(megler).deliver()
    await later(second)
    expect([published(webhook).length, new Set(published(webhook)).size]).toEqual([2, 1])
  },
  'heard-twice': async ({ as, hooked, later, broker }) => {
    const webhook = await hooked()
    const id = await as(megler).deliver()
    await later(second)
    expect(published(webhook)).toHaveLength(2)
    const search = { resourceId: resource, status: 'Published', recipientStatus: 'Initialized' }
    expect(bodyOf(await as(bank).search(search))).toEqual([id])
    await as(bank).download(id)
    await as(bank).confirm(id)
    expect(bodyOf(await as(bank).search(search))).toEqual([id])
    // But for the validation call.
    const heard = broker
      .acts(0)
      .acts.filter(({ operation }) => ['event', 'search'].includes(operation))
      .slice(1)
    expect(heard.map(({ operation, fileTransferId, shown }) => [operation, fileTransferId ?? shown])).toEqual([
      ['event', id],
      ['event', id],
      ['search', [id]],
      ['search', [id]],
    ])
  },
  'heard-late': async ({ as, hooked, later }) => {
    const webhook = await hooked()
    await as(megler).deliver()
    await later(second)
    expect(published(webhook)).toHaveLength(2)
    await later(5 * second)
    expect([published(webhook).length, new Set(published(webhook)).size]).toEqual([3, 1])
  },
  'events-late': async ({ as, hooked, later }) => {
    const webhook = await hooked()
    await as(megler).deliver()
    await later(second)
    expect(published(webhook)).toEqual([])
    await later(60 * second)
    expect(published(webhook)).toHaveLength(1)
  },
  'events-lost': async ({ as, hooked, later }) => {
    const webhook = await hooked()
    const id = await as(megler).deliver()
    await later(60 * second)
    expect(webhook.events.map(({ type }) => type)).toEqual(['platform.events.validatesubscription'])
    expect(bodyOf(await as(bank).search({ resourceId: resource, status: 'Published' }))).toEqual([id])
  },
  'scan-slow': async (scene) => {
    const id = await scene.as(megler).deliver()
    await scene.later(59 * second)
    expect(await statusOf(scene, id)).toBe('UploadProcessing')
    await scene.later(second)
    expect(await statusOf(scene, id)).toBe('Published')
  },
  'scan-fails': async (scene) => {
    const ids = [await scene.as(megler).deliver(), await scene.as(megler).deliver()]
    await scene.later(second)
    expect(await Promise.all(ids.map((id) => statusOf(scene, id)))).toEqual(['Failed', 'Published'])
  },
  'short-life': async (scene) => {
    const id = await scene.as(megler).deliver()
    await scene.later(9 * second)
    expect((await scene.as(bank).download(id)).status).toBe(200)
    await scene.later(second)
    expect([await statusOf(scene, id), problemIn(await scene.as(bank).download(id))]).toEqual(['Purged', [403, 7]])
  },
  'checksum-wrong': async ({ as }) => {
    const checksum = createHash('md5').update('x').digest('hex')
    const send = async () => as(megler).upload(idIn(await as(megler).initialise({ checksum })), 'x')
    expect(problemIn(await send())).toEqual([400, 9])
    expect((await send()).status).toBe(200)
  },
  'download-cut-off': async ({ as, broker, later }) => {
    const id = await as(megler).deliver('0123456789')
    await later(second)
    await expect(as(bank).download(id)).rejects.toThrow(/closed|aborted|terminated/)
    expect(broker.acts(0).acts.at(-1)?.download).toEqual({ bytes: 10, whole: false })
    expect((await as(bank).download(id)).body.toString()).toBe('0123456789')
    // It counts as begun: the broker does not know what arrived.
    expect((await as(bank).confirm(id)).status).toBe(204)
  },
  'download-slow': async ({ as, later }) => {
    const id = await as(megler).deliver('0123456789')
    await later(second)
    let text: string | null = null
    const downloading = as(bank)
      .download(id)
      .then(({ body }) => {
        text = body.toString()
      })
    // Half of it has come when the alarm for the rest is set; until then time stands still.
    const soon = brokers.world().clock.now() + minute
    await until(() => (brokers.world().clock.next() ?? soon) < soon)
    expect(text).toBeNull()
    brokers.world().clock.advance(minute)
    await downloading
    expect(text).toBe('0123456789')
  },
  'ranges-refused': async ({ as, later }) => {
    const id = await as(megler).deliver('0123456789')
    await later(second)
    expect(problemIn(await as(bank).download(id, { range: 'bytes=0-1' }))).toEqual([416, 29])
    expect((await as(bank).download(id)).status).toBe(200)
  },
  'confirm-200': async ({ as, later }) => {
    const id = await as(megler).deliver()
    await later(second)
    await as(bank).download(id)
    expect((await as(bank).confirm(id)).status).toBe(200)
  },
  'confirm-lost': async ({ as, later }) => {
    const id = await as(megler).deliver()
    await later(second)
    await as(bank).download(id)
    expect((await as(bank).confirm(id)).status).toBe(500)
    expect(problemIn(await as(bank).confirm(id))).toEqual([400, 10])
  },
  'search-limited': async ({ as, later }) => {
    const search = async () => (await as(bank).search({ resourceId: resource })).status
    expect([await search(), await search(), (await as(megler).initialise()).status]).toEqual([429, 429, 200])
    await later(second)
    expect([await search(), await search()]).toEqual([200, 200])
  },
  'send-fails': async ({ as }) => {
    const status = async () => (await as(megler).initialise()).status
    expect([await status(), await status()]).toEqual([500, 500])
  },
  'search-empty': async ({ as, later }) => {
    await as(megler).deliver()
    await later(second)
    expect(bodyOf(await as(bank).search({ resourceId: resource, status: 'Published' }))).toEqual([])
  },
  unavailable: async ({ as }) => {
    const search = () => as(bank).search({ resourceId: resource })
    const first = await search()
    expect([first.status, first.headers['retry-after']]).toEqual([503, '1'])
    expect([(await search()).status, (await search()).status, (await search()).status]).toEqual([503, 503, 200])
  },
  'server-error': async ({ as }) => {
    const search = async () => (await as(bank).search({ resourceId: resource })).status
    expect([await search(), await search()]).toEqual([500, 200])
  },
  'token-refused': async ({ as }) => {
    const search = async () => (await as(bank).search({ resourceId: resource })).status
    expect([await search(), await search()]).toEqual([401, 200])
  },
  silent: async ({ as, broker, told }) => {
    const url = `${broker.transfersUrl}?resourceId=${resource}`
    await expect(as(bank).send(url, { deadlineMs: 1000 })).rejects.toThrow()
    await until(() => told.at(-1)?.said === 'says nothing on purpose, once')
    expect((await as(bank).send(url)).status).toBe(200)
  },
  'too-many-calls': async ({ as }) => {
    const search = async () => (await as(bank).search({ resourceId: resource })).status
    expect([await search(), await search(), await search(), await search()]).toEqual([429, 429, 429, 200])
    expect([(await as(megler).initialise()).status, (await as(megler).initialise()).status]).toEqual([429, 200])
  },
}

describe('a fault of the broker', () => {
  it.each(Object.entries(effects))('%s is to be seen', async (id, look) => look(await scene(id)))

  it('may come and go while the broker stands', async () => {
    const { as, later, broker } = await scene('events-twice')
    const id = await as(megler).deliver()
    await later(second)
    const search = () => as(bank).search({ resourceId: resource, status: 'Published' }).then(bodyOf)
    broker.misbehave(brokerFaults['search-empty'] ?? null)
    expect(await search()).toEqual([])
    broker.misbehave(null)
    expect(await search()).toEqual([id])
  })

  it('is one of those that are tried here', () => {
    expect(Object.keys(brokerFaults).toSorted()).toEqual(Object.keys(effects).toSorted())
  })
})
