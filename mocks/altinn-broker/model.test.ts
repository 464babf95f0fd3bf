import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as lifecycle from './lifecycle.ts'
import { problems } from './problems.ts'
import { usualResource, usualSettings } from './settings.ts'
import {
  bank,
  bodyOf,
  idIn,
  lawful,
  megler,
  openDesk,
  openWorld,
  resource,
  stranger,
  type World,
} from './testing/desk.ts'
import { recipientState, statusOf, type Transfer } from './transfer.ts'

/** The broker on its sockets, restarted whenever, does what lifecycle.ts says of any order of calls. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const second = 1000
const settings = { ...usualResource, lifeMs: 400 * second, purgeGraceMs: 30 * second }
const who = fc.constantFrom(bank, stranger)
const act = fc.oneof(
  fc.record({ does: fc.constant('wait' as const), seconds: fc.integer({ min: 0, max: 90 }) }),
  fc.record({ does: fc.constant('upload' as const), body: fc.constantFrom('right', 'wrong') }),
  fc.record({ does: fc.constantFrom('download' as const, 'confirm' as const), who }),
  fc.constant({ does: 'restart' as const }),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never
/** The whole way of a file, with other things in between: left to chance alone, few get that far. */
const wholeWay: readonly Act[] = [
  { does: 'upload', body: 'right' },
  { does: 'wait', seconds: 1 },
  ...([bank, stranger] as const).map((one): Act => ({ does: 'download', who: one })),
  ...([bank, stranger] as const).map((one): Act => ({ does: 'confirm', who: one })),
  { does: 'wait', seconds: 30 },
]
const interrupted = fc
  .tuple(...wholeWay.map((step) => fc.array(act, { maxLength: 1 }).map((others) => [step, ...others])))
  .map((parts) => parts.flat())
const story = fc.record({
  recipients: fc.constantFrom<readonly string[]>([bank], [bank, stranger]),
  promises: fc.boolean(),
  acts: fc.oneof(fc.array(act, { maxLength: 12 }), interrupted),
})
const md5 = (text: string) => createHash('md5').update(text).digest('hex')

async function play({ recipients, promises, acts }: typeof story extends fc.Arbitrary<infer T> ? T : never) {
  const folder = await mkdtemp(join(tmpdir(), 'samsvar-broker-model-'))
  const open = () => openDesk(world, { folder, settings: { resources: { [resource]: settings } } })
  let desk = await open()
  const now = world.clock.now
  try {
    const asked = {
      recipients: recipients.map((one) => `0192:${one}`),
      ...(promises ? { checksum: md5('right') } : {}),
    }
    const id = idIn(await desk.as(megler).initialise(asked))
    let model: Transfer = lifecycle.initialise(
      { ...lawful(megler), ...asked },
      { id, now: now(), lifeMs: settings.lifeMs },
    ).transfer
    const due = () => {
      for (let before: Transfer | null = null; before !== model; ) {
        before = model
        model = lifecycle.happen(model, now()).transfer
      }
    }
    /** The status of the answer that the model expects. */
    const expected = (outcome: lifecycle.Outcome, lawfully: number): number => {
      if (lifecycle.isRefused(outcome)) return problems[outcome.refused].status
      model = outcome.transfer
      return lawfully
    }
    for (const one of acts) {
      if (one.does === 'wait') world.clock.advance(one.seconds * second)
      due()
      if (one.does === 'restart') {
        await desk.broker.close()
        desk = await open()
      } else if (one.does === 'upload') {
        const { status } = await desk.as(megler).upload(id, one.body)
        const begun = expected(lifecycle.beginUpload(model, now(), usualSettings.stuckUploadMs), 0)
        const scan = { what: 'clean', at: now() + usualSettings.scanMs } as const
        const uploaded = { size: one.body.length, checksum: md5(one.body) }
        const ended = begun === 0 ? expected(lifecycle.endUpload(model, uploaded, now(), scan), 200) : begun
        expect(status).toBe(statusOf(model) === 'Failed' && begun === 0 ? 400 : ended)
      } else if (one.does !== 'wait') {
        const isRecipient = recipients.includes(one.who)
        const client = desk.as(one.who)
        const { status } = one.does === 'download' ? await client.download(id) : await client.confirm(id)
        const party = `0192:${one.who}`
        const outcome =
          one.does === 'download'
            ? lifecycle.beginDownload(model, party, now())
            : lifecycle.confirm(model, party, now(), settings.purgeGraceMs)
        expect(status).toBe(isRecipient ? expected(outcome, one.does === 'download' ? 200 : 204) : 401)
      }
      due()
      const [kept] = desk.broker.transfers()
      // Times of what happened by itself are those at which it was due, and not at which somebody looked.
      expect(kept).toEqual(model)
      const overview = bodyOf(await desk.as(megler).overview(id))
      expect(overview.fileTransferStatus).toBe(statusOf(model))
      expect(
        overview.recipients.map(
          (each: { currentRecipientFileTransferStatusCode: string }) => each.currentRecipientFileTransferStatusCode,
        ),
      ).toEqual(model.recipients.map((each) => recipientState(each).status))
      const hasFile = ['UploadProcessing', 'Published', 'AllConfirmedDownloaded'].includes(statusOf(model))
      expect(await readdir(join(folder, 'files'))).toEqual(hasFile ? [id] : [])
    }
  } finally {
    await desk.broker.close()
    await rm(folder, { recursive: true })
  }
}

it('any order of calls, waits and restarts', async () => {
  await fc.assert(fc.asyncProperty(story, play), { numRuns: 12 })
})
