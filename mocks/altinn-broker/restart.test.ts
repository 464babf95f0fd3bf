import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Broker } from './broker.ts'
import { openFiles } from './files.ts'
import { openLedger } from './ledger.ts'
import { brokersOfTests } from './testing/brokers.ts'
import { bank, bodyOf, idIn, megler, resource } from './testing/desk.ts'

let folder: string
const { desk, webhook: openWebhook, world } = brokersOfTests()
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'samsvar-broker-test-')), 'kept')
})
afterEach(() => rm(join(folder, '..'), { recursive: true }))

const start = () => desk({ folder })
/** As good as killed: every change is on the disk when its answer leaves, and closing writes nothing. */
async function restart(broker: Broker) {
  await broker.close()
  return start()
}

describe('a broker with a folder', () => {
  it('has after a restart what it had, and goes on with it', async () => {
    const first = await start()
    const ids = [await first.as(megler).deliver('one'), await first.as(megler).deliver('two')]
    const begun = idIn(await first.as(megler).initialise())
    world().clock.advance(1000)
    await first.as(bank).download(ids[0] ?? '')
    const before = await Promise.all(ids.map(async (id) => bodyOf(await first.as(bank).details(id))))
    const { as, broker } = await restart(first.broker)
    expect(await Promise.all(ids.map(async (id) => bodyOf(await as(bank).details(id))))).toEqual(before)
    expect((await as(bank).download(ids[1] ?? '')).body.toString()).toBe('two')
    for (const id of ids) expect((await as(bank).confirm(id)).status).toBe(204)
    expect((await as(megler).upload(begun, 'three')).status).toBe(200)
    expect(broker.transfers().map(({ id }) => id)).toEqual([...ids, begun])
  })

  it('publishes what was in the scan when it was stopped', async () => {
    const first = await start()
    const id = await first.as(megler).deliver('x')
    await first.broker.close()
    world().clock.advance(60_000)
    const { as } = await start()
    expect(bodyOf(await as(bank).search({ resourceId: resource, status: 'Published' }))).toEqual([id])
  })

  it('sends the events that it had not sent, and none of the others again', async () => {
    const webhook = await openWebhook()
    const first = await start()
    await first.as(bank).subscribe(webhook.url, { typeFilter: 'no.altinn.broker.published' })
    await first.broker.idle()
    const taken = await first.as(megler).deliver()
    world().clock.advance(1000)
    await first.broker.idle()
    webhook.answer(500)
    const missed = await first.as(megler).deliver()
    world().clock.advance(1000)
    await first.broker.idle()
    webhook.answer(200)
    await first.broker.close()
    world().clock.advance(60_000)
    const { broker } = await start()
    await broker.idle()
    const about = webhook.events.slice(1).map(({ resourceinstance }) => resourceinstance)
    expect(about).toEqual([taken, missed, missed])
  })

  it('lets only its owner look into it', async () => {
    const { as } = await start()
    const id = await as(megler).deliver('secret')
    const modeOf = async (...path: readonly string[]) => (await stat(join(folder, ...path))).mode & 0o777
    expect(await Promise.all([modeOf(), modeOf('files'), modeOf('files', id), modeOf('ledger.ndjson')])).toEqual([
      0o700, 0o700, 0o600, 0o600,
    ])
  })

  it('clears away what a killed process left unfinished', async () => {
    const first = await start()
    const id = await first.as(megler).deliver('whole')
    await first.broker.close()
    await writeFile(join(folder, 'files', `${id}.1.part`), 'wh')
    await writeFile(join(folder, 'files', '00000000-0000-4000-8000-000000000000'), 'of nobody')
    await appendFile(join(folder, 'ledger.ndjson'), '{"transfer":{"id"')
    const { as } = await start()
    world().clock.advance(1000)
    expect((await as(bank).download(id)).body.toString()).toBe('whole')
    expect(await readdir(join(folder, 'files'))).toEqual([id])
    expect((await readFile(join(folder, 'ledger.ndjson'), 'utf8')).includes('"id"{')).toBe(false)
  })

  it('is after a kill in the middle of a line what it was before that line', async () => {
    const first = await start()
    await first.as(megler).deliver('one')
    world().clock.advance(1000)
    const [{ id } = { id: '' }] = first.broker.transfers()
    await first.as(bank).download(id)
    await first.as(bank).confirm(id)
    await first.broker.close()
    const whole = await readFile(join(folder, 'ledger.ndjson'), 'utf8')
    const seen = new Set<string>()
    const lengths = [...Array.from({ length: Math.floor(whole.length / 97) }, (_, step) => step * 97), whole.length]
    for (const length of lengths) {
      const cut = await mkdtemp(join(folder, '..', 'cut-'))
      await writeFile(join(cut, 'ledger.ndjson'), whole.slice(0, length))
      const ledger = openLedger({ folder: cut, mostTransfers: 10 })
      const lines = whole.slice(0, length).split('\n').slice(0, -1)
      const last = lines.map((line) => JSON.parse(line).transfer).findLast((one) => one !== undefined)
      expect([...ledger.transfers.values()]).toEqual(last === undefined ? [] : [last])
      seen.add(last?.history.at(-1).status)
      ledger.close()
    }
    expect([...seen]).toEqual([
      undefined,
      ...['Initialized', 'UploadStarted', 'UploadProcessing', 'Published', 'AllConfirmedDownloaded'],
    ])
  })

  it('says which line it cannot read', async () => {
    const { broker } = await start()
    await broker.close()
    await writeFile(join(folder, 'ledger.ndjson'), '{}\nno line\n{}\n')
    await expect(start()).rejects.toThrow(/ledger\.ndjson, line 2, cannot be read/)
    await rm(join(folder, 'ledger.ndjson'))
  })

  it('purges files from the folder when their time is up', async () => {
    const { as, broker } = await start()
    const id = await as(megler).deliver()
    world().clock.advance(1000)
    await as(bank).download(id)
    await as(bank).confirm(id)
    world().clock.advance(3 * 3_600_000)
    await broker.idle()
    expect(await readdir(join(folder, 'files'))).toEqual([])
  })
})

it('a broker without a folder leaves nothing behind', async () => {
  const files = openFiles({ folder: null, isKnown: () => false })
  const received = await files.receive('a', Readable.from([Buffer.from('x')]), 10)
  received.keep()
  expect(((await stat(files.place)).mode & 0o777).toString(8)).toBe('700')
  files.close()
  await expect(stat(files.place)).rejects.toThrow(/ENOENT/)
})
