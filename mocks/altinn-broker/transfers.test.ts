import { createHash } from 'node:crypto'
import { request } from 'node:https'
import { describe, expect, it } from 'vitest'
import { type BrokerShape, violationsOf } from '../../contracts/altinn-broker/schemas.ts'
import type { Received } from '../http/outgoing.ts'
import { usualResource } from './settings.ts'
import { brokersOfTests } from './testing/brokers.ts'
import {
  bank,
  bodyOf,
  type Client,
  type Desk,
  idIn,
  lawful,
  megler,
  problemIn,
  resource,
  stranger,
  until,
} from './testing/desk.ts'

const { desk, world } = brokersOfTests()
const scanned = () => world().clock.advance(1000)
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const shaped = (shape: BrokerShape, answer: Received) => {
  const body = bodyOf(answer)
  expect(violationsOf(shape, body)).toEqual([])
  return body
}

describe('a file on its way', () => {
  it('is initialised, uploaded, scanned, found, downloaded and confirmed', async () => {
    const { as, told } = await desk()
    const [sender, recipient] = [as(megler), as(bank)]
    const id = shaped('initialised', await sender.initialise()).fileTransferId
    const statusOf = async () => shaped('overview', await recipient.overview(id)).fileTransferStatus
    expect(await statusOf()).toBe('Initialized')
    expect((await sender.upload(id, 'the payload')).status).toBe(200)
    expect(await statusOf()).toBe('UploadProcessing')
    const waiting = { resourceId: resource, status: 'published', recipientStatus: '0' }
    expect(shaped('found', await recipient.search(waiting))).toEqual([])
    scanned()
    expect(shaped('found', await recipient.search(waiting))).toEqual([id])
    const downloaded = await recipient.download(id)
    expect([downloaded.status, downloaded.body.toString()]).toEqual([200, 'the payload'])
    expect(downloaded.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'accept-ranges': 'bytes',
      'content-disposition': expect.stringContaining('restgjeldsforespoersel_1.zip'),
    })
    expect(shaped('found', await recipient.search(waiting))).toEqual([])
    const confirmed = await recipient.confirm(id)
    expect([confirmed.status, confirmed.body.length]).toEqual([204, 0])
    const details = shaped('details', await sender.details(id))
    expect(
      details.fileTransferStatusHistory.map((one: { fileTransferStatus: string }) => one.fileTransferStatus),
    ).toEqual(['Initialized', 'UploadStarted', 'UploadProcessing', 'Published', 'AllConfirmedDownloaded'])
    expect(
      details.recipientFileTransferStatusHistory.map(
        (one: { recipientFileTransferStatusCode: string }) => one.recipientFileTransferStatusCode,
      ),
    ).toEqual(['Initialized', 'DownloadStarted', 'DownloadConfirmed'])
    expect(shaped('overview', await sender.overview(id))).toMatchObject({
      fileTransferSize: 11,
      checksum: createHash('md5').update('the payload').digest('hex'),
      propertyList: { messageType: 'Restgjeldsforespoersel' },
      published: expect.stringContaining('Z'),
    })
    expect(told.map(({ said }) => said)).toEqual(
      expect.arrayContaining([
        `${megler} initialises Restgjeldsforespoersel for ${bank}`,
        `${megler} uploads Restgjeldsforespoersel: 11 bytes`,
        `${bank} downloads Restgjeldsforespoersel: 11 bytes`,
        `${bank} confirms Restgjeldsforespoersel`,
      ]),
    )
  })

  it('can be downloaded again until it is purged, two hours after the confirmation', async () => {
    const { as } = await desk()
    const id = await as(megler).deliver()
    scanned()
    await as(bank).download(id)
    await as(bank).confirm(id)
    world().clock.advance(2 * hour - minute)
    expect((await as(bank).download(id)).status).toBe(200)
    world().clock.advance(minute)
    expect(problemIn(await as(bank).download(id))).toEqual([403, 7])
    expect(bodyOf(await as(bank).overview(id)).fileTransferStatus).toBe('Purged')
  })

  it('expires after thirty days, or as the resource says', async () => {
    const { as } = await desk({ settings: { resources: { [resource]: { ...usualResource, lifeMs: 3 * day } } } })
    const id = await as(megler).deliver()
    world().clock.advance(3 * day - 2000)
    expect((await as(bank).download(id)).status).toBe(200)
    world().clock.advance(2000)
    expect(problemIn(await as(bank).download(id))).toEqual([403, 7])
  })

  it('has several recipients, and is confirmed by all when each has done so', async () => {
    const { as } = await desk()
    const id = await as(megler).deliver('x', { recipients: [`0192:${bank}`, `0192:${stranger}`, `0192:${bank}`] })
    scanned()
    const statusOf = async () => bodyOf(await as(megler).overview(id)).fileTransferStatus
    for (const one of [bank, stranger]) await as(one).download(id)
    expect((await as(bank).confirm(id)).status).toBe(204)
    expect((await as(bank).confirm(id)).status).toBe(204)
    expect(await statusOf()).toBe('Published')
    expect((await as(stranger).confirm(id)).status).toBe(204)
    expect(await statusOf()).toBe('AllConfirmedDownloaded')
    expect(problemIn(await as(bank).confirm(id))).toEqual([400, 10])
  })

  it('is initialised and uploaded in one form', async () => {
    const { as, broker } = await desk()
    const form = new FormData()
    const { sender, sendersFileTransferReference } = lawful(megler)
    form.set('Metadata.FileName', 'a.zip')
    form.set('Metadata.ResourceId', `urn:altinn:resource:${resource}`)
    form.set('Metadata.SendersFileTransferReference', sendersFileTransferReference)
    form.set('Metadata.Sender', sender)
    form.set('Metadata.Recipients[0]', `urn:altinn:organization:identifier-no:${bank}`)
    form.set('Metadata.PropertyList.messageType', 'Restgjeldssvar')
    form.set('Metadata.PropertyList[status]', 'Feil')
    form.set('FileTransfer', new Blob(['formed']), 'a.zip')
    const encoded = new Response(form)
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '' }
    const body = new Uint8Array(await encoded.arrayBuffer())
    const id = idIn(await as(megler).send(`${broker.transfersUrl}/upload`, { method: 'POST', headers, body }))
    scanned()
    expect((await as(bank).download(id)).body.toString()).toBe('formed')
    expect(bodyOf(await as(bank).overview(id))).toMatchObject({
      recipients: [{ recipient: `0192:${bank}` }],
      resourceId: resource,
      propertyList: { messageType: 'Restgjeldssvar', status: 'Feil' },
    })
  })
})

describe('an upload', () => {
  it('whose checksum does not fit fails, and the transfer cannot be used again', async () => {
    const { as } = await desk()
    const id = idIn(await as(megler).initialise({ checksum: createHash('md5').update('other').digest('hex') }))
    expect(problemIn(await as(megler).upload(id, 'this'))).toEqual([400, 9])
    expect(bodyOf(await as(megler).overview(id))).toMatchObject({
      fileTransferStatus: 'Failed',
      fileTransferStatusText: 'Checksum mismatch',
    })
    expect(problemIn(await as(megler).upload(id, 'other'))).toEqual([409, 4])
  })

  it('happens once', async () => {
    const { as } = await desk()
    const id = await as(megler).deliver()
    expect(problemIn(await as(megler).upload(id, 'again'))).toEqual([409, 4])
  })

  it('of two at the same time is the one that ends first', async () => {
    const { as } = await desk()
    const id = idIn(await as(megler).initialise())
    const answers = await Promise.all(['one', 'two', 'three'].map((body) => as(megler).upload(id, body)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    const kept = ['one', 'two', 'three'][answers.findIndex(({ status }) => status === 200)]
    scanned()
    expect((await as(bank).download(id)).body.toString()).toBe(kept)
  })

  it('that is too large is refused, whether it says so or not', async () => {
    const { as } = await desk({ settings: { resources: { [resource]: { ...usualResource, maxFileBytes: 10 } } } })
    const id = idIn(await as(megler).initialise())
    expect(problemIn(await as(megler).upload(id, 'eleven byte'))).toEqual([400, 16])
    expect((await as(megler).upload(id, 'ten bytes.')).status).toBe(200)
  })

  it('finds no room in a storage that is full', async () => {
    const { as } = await desk({ settings: { storageBytes: 10 } })
    await as(megler).deliver('ten bytes.')
    expect(problemIn(await as(megler).initialise())).toEqual([503, 21])
  })

  /** An upload that has begun and will not end by itself. */
  async function begunUpload({ broker, as }: Desk) {
    const id = idIn(await as(megler).initialise())
    const headers = { authorization: `Bearer ${await as(megler).bearer()}`, 'content-type': 'application/octet-stream' }
    const call = request(`${broker.transfersUrl}/${id}/upload`, {
      method: 'POST',
      headers,
      ca: world().authority.rootPem,
    })
    call.on('error', () => {})
    call.write('some')
    await until(async () => (await statusOf(as(megler), id)) === 'UploadStarted')
    return { id, call }
  }
  const statusOf = async (client: Client, id: string) => bodyOf(await client.overview(id)).fileTransferStatus

  it('that never ends fails after a day', async () => {
    const opened = await desk()
    const { id, call } = await begunUpload(opened)
    world().clock.advance(day - minute)
    expect(await statusOf(opened.as(megler), id)).toBe('UploadStarted')
    world().clock.advance(minute)
    expect(await statusOf(opened.as(megler), id)).toBe('Failed')
    call.destroy()
  })

  it('whose sender hangs up fails', async () => {
    const opened = await desk()
    const { id, call } = await begunUpload(opened)
    call.destroy()
    await until(async () => (await statusOf(opened.as(megler), id)) === 'Failed')
    expect(problemIn(await opened.as(megler).upload(id, 'again'))).toEqual([409, 4])
  })

  it('without virus scan is for resources that are approved for it', async () => {
    const plain = await desk()
    expect(problemIn(await plain.as(megler).initialise({ disableVirusScan: true }))).toEqual([400, 20])
    const approved = { [resource]: { ...usualResource, mayDisableVirusScan: true } }
    const { as } = await desk({ settings: { resources: approved } })
    const id = await as(megler).deliver('x', { disableVirusScan: true })
    expect(bodyOf(await as(bank).overview(id))).toMatchObject({ fileTransferStatus: 'Published', useVirusScan: false })
  })
})

describe('a download', () => {
  it.each([
    ['bytes=0-3', 206, 'the ', 'bytes 0-3/11', false],
    ['bytes=4-', 206, 'payload', 'bytes 4-10/11', true],
    ['bytes=-3', 206, 'oad', 'bytes 8-10/11', true],
    ['bytes=4-400', 206, 'payload', 'bytes 4-10/11', true],
    ['bytes=0-0,2-3', 200, 'the payload', undefined, true],
    ['lines=0-1', 200, 'the payload', undefined, true],
    ['bytes=5-4', 200, 'the payload', undefined, true],
  ])('of the range %s is answered with %d', async (range, status, text, told, whole) => {
    const { as, broker } = await desk()
    const id = await as(megler).deliver('the payload')
    scanned()
    const answer = await as(bank).download(id, { range })
    expect([answer.status, answer.body.toString(), answer.headers['content-range']]).toEqual([status, text, told])
    expect(broker.acts(0).acts.at(-1)?.download?.whole).toBe(whole)
  })

  it.each(['bytes=11-', 'bytes=-0'])('outside the file, as %s, is refused', async (range) => {
    const { as } = await desk()
    const id = await as(megler).deliver('the payload')
    scanned()
    const answer = await as(bank).download(id, { range })
    expect([problemIn(answer), answer.headers['content-range']]).toEqual([[416, 29], 'bytes */11'])
  })

  it('waits for the scan', async () => {
    const { as } = await desk()
    const id = await as(megler).deliver()
    expect(problemIn(await as(bank).download(id))).toEqual([403, 7])
  })

  it('of an empty file works', async () => {
    const { as } = await desk()
    const id = await as(megler).deliver('')
    scanned()
    const answer = await as(bank).download(id)
    expect([answer.status, answer.body.length]).toEqual([200, 0])
  })
})

describe('a confirmation', () => {
  it('comes after the upload and the download, and once', async () => {
    const { as } = await desk()
    const id = idIn(await as(megler).initialise())
    expect(problemIn(await as(bank).confirm(id))).toEqual([400, 3])
    await as(megler).upload(id, 'x')
    expect(problemIn(await as(bank).confirm(id))).toEqual([400, 10])
    scanned()
    expect(problemIn(await as(bank).confirm(id))).toEqual([400, 19])
    await as(bank).download(id)
    await as(bank).confirm(id)
    expect(problemIn(await as(bank).confirm(id))).toEqual([400, 10])
  })

  it('is answered with 200 where it is set so', async () => {
    const { as } = await desk({ settings: { confirmStatus: 200 } })
    const id = await as(megler).deliver()
    scanned()
    await as(bank).download(id)
    expect((await as(bank).confirm(id)).status).toBe(200)
  })
})

describe('what callers do', () => {
  it('is told to whoever judges them, whole downloads and searches too', async () => {
    const { as, broker } = await desk()
    const id = await as(megler).deliver('abc')
    scanned()
    await as(bank).search({ resourceId: resource, status: 'Published' })
    await as(bank).download(id)
    await as(bank).confirm(id)
    const { acts, cursor } = broker.acts(2)
    expect([cursor, acts.map(({ operation, party, status }) => [operation, party, status])]).toEqual([
      5,
      [
        ['search', `0192:${bank}`, 200],
        ['download', `0192:${bank}`, 200],
        ['confirm', `0192:${bank}`, 204],
      ],
    ])
    expect(acts[0]?.query).toBe(`resourceId=${resource}&status=Published`)
    expect(acts[1]).toMatchObject({ fileTransferId: id, download: { bytes: 3, whole: true } })
  })
})
