import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileTransferStatus } from '../../contracts/altinn-broker/statuses.ts'
import { eventTypes } from '../../contracts/altinn-broker/statuses.ts'
import * as lifecycle from './lifecycle.ts'
import { recipientState, statusOf, type Transfer } from './transfer.ts'

/** Any order of calls, at any time, leaves a transfer that could be. */

const sender = '0192:310000003'
const recipients = ['0192:314703103', '0192:310000011', '0192:310000020']
const lifeMs = 1000
const graceMs = 50
const stuckMs = 400

const act = fc.oneof(
  fc.record({ does: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 300 }) }),
  fc.constant({ does: 'beginUpload' as const }),
  fc.constant({ does: 'breakUpload' as const }),
  fc.record({
    does: fc.constant('endUpload' as const),
    fits: fc.boolean(),
    scan: fc.constantFrom('clean', 'infected'),
  }),
  fc.record({ does: fc.constantFrom('download', 'confirm'), who: fc.nat({ max: recipients.length - 1 }) }),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** The whole way of a file that everybody fetches, with other things in between: left to chance alone, few get that far. */
const wholeWay: readonly Act[] = [
  { does: 'beginUpload' },
  { does: 'endUpload', fits: true, scan: 'clean' },
  { does: 'wait', ms: 30 },
  ...recipients.map((_, who): Act => ({ does: 'download', who })),
  ...recipients.map((_, who): Act => ({ does: 'confirm', who })),
  { does: 'wait', ms: graceMs },
]
const between = fc.array(act, { maxLength: 2 })
const interrupted = fc
  .tuple(...wholeWay.map((step) => between.map((others) => [step, ...others])))
  .map((parts) => parts.flat())
const acts = fc.oneof(fc.array(act, { maxLength: 40 }), interrupted)

const birth = fc.record({
  count: fc.integer({ min: 1, max: recipients.length }),
  scanned: fc.boolean(),
  promises: fc.boolean(),
})

function perform(transfer: Transfer, one: Act, now: number): lifecycle.Outcome {
  if (one.does === 'beginUpload') return lifecycle.beginUpload(transfer, now, stuckMs)
  if (one.does === 'breakUpload') return lifecycle.breakUpload(transfer, now)
  if (one.does === 'endUpload') {
    const scan = { what: (one as { scan: 'clean' }).scan, at: now + 20 }
    return lifecycle.endUpload(transfer, { size: 3, checksum: (one as { fits: boolean }).fits ? 'a' : 'b' }, now, scan)
  }
  const who = recipients[(one as { who: number }).who] ?? ''
  if (!transfer.recipients.some(({ recipient }) => recipient === who)) return { transfer, raised: [] }
  if (one.does === 'download') return lifecycle.beginDownload(transfer, who, now)
  if (one.does === 'confirm') return lifecycle.confirm(transfer, who, now, graceMs)
  return { transfer, raised: [] }
}

/** What may follow what; a status may follow itself only where an upload is begun once more. */
const follows: Readonly<Record<FileTransferStatus, readonly FileTransferStatus[]>> = {
  Initialized: ['UploadStarted', 'Purged'],
  UploadStarted: ['UploadStarted', 'UploadProcessing', 'Published', 'Failed', 'Purged'],
  UploadProcessing: ['Published', 'Failed', 'Purged'],
  Published: ['AllConfirmedDownloaded', 'Purged'],
  AllConfirmedDownloaded: ['Purged'],
  Failed: ['Purged'],
  Purged: [],
  Cancelled: [],
}

function requireLawful(transfer: Transfer): void {
  const statuses = transfer.history.map(({ status }) => status)
  expect(statuses[0]).toBe('Initialized')
  for (const [index, status] of statuses.slice(1).entries())
    expect(follows[statuses[index] ?? 'Purged']).toContain(status)
  const times = transfer.history.map(({ at }) => at)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  expect(transfer.published !== null).toBe(statuses.includes('Published'))
  const states = transfer.recipients.map((one) => recipientState(one).status)
  expect(states.every((state) => state === 'DownloadConfirmed')).toBe(statuses.includes('AllConfirmedDownloaded'))
  if (states.some((state) => state !== 'Initialized')) expect(statuses).toContain('Published')
  for (const { history } of transfer.recipients) {
    const first = history.findIndex(({ status }) => status === 'DownloadConfirmed')
    if (first >= 0) expect(history.slice(0, first).map(({ status }) => status)).toContain('DownloadStarted')
  }
}

/** Plays the acts; what is due by itself comes first, whenever somebody looks. */
function play(
  { count, scanned, promises }: { count: number; scanned: boolean; promises: boolean },
  acts: readonly Act[],
) {
  const request = {
    fileName: 'a.zip',
    resourceId: 'kv_dsve_test',
    sendersFileTransferReference: 'r',
    sender,
    recipients: recipients.slice(0, count),
    disableVirusScan: !scanned,
    ...(promises ? { checksum: 'a' } : {}),
  }
  let now = 0
  let step: lifecycle.Step = lifecycle.initialise(request, { id: 'x', now, lifeMs })
  const raised = [...step.raised]
  let hasFile = false
  const take = (next: lifecycle.Step) => {
    if (next.transfer === step.transfer) return
    raised.push(...next.raised)
    step = next
    if (['UploadProcessing', 'Published', 'AllConfirmedDownloaded'].includes(statusOf(next.transfer))) hasFile = true
    if (next.drops) hasFile = false
    requireLawful(next.transfer)
    expect(hasFile).toBe(['UploadProcessing', 'Published', 'AllConfirmedDownloaded'].includes(statusOf(next.transfer)))
  }
  for (const one of acts) {
    if (one.does === 'wait') now += (one as { ms: number }).ms
    for (let before = null; before !== step.transfer; ) {
      before = step.transfer as never
      take(lifecycle.happen(step.transfer, now))
    }
    const outcome = perform(step.transfer, one, now)
    if (!lifecycle.isRefused(outcome)) take(outcome)
  }
  return { transfer: step.transfer, raised, now }
}

describe('a transfer', () => {
  it('keeps to its way, whatever is done and when', () => {
    fc.assert(
      fc.property(birth, acts, (born, done) => void play(born, done)),
      { numRuns: 500 },
    )
  })

  it('tells everybody of a thing once, and only of what concerns them', () => {
    fc.assert(
      fc.property(birth, acts, (born, done) => {
        const { raised, transfer } = play(born, done)
        const told = raised.map(({ type, role, party, about }) => [type, role, party, about].join(' '))
        expect(new Set(told).size).toBe(told.length)
        for (const { type, role, party } of raised) {
          expect(eventTypes[type] as readonly string[]).toContain(role)
          expect(role === 'Sender' ? [sender] : transfer.asked.recipients).toContain(party)
        }
        const statuses = transfer.history.map(({ status }) => status)
        expect(raised.some(({ type }) => type === 'published')).toBe(statuses.includes('Published'))
        expect(raised.some(({ type }) => type === 'allconfirmeddownloaded')).toBe(
          statuses.includes('AllConfirmedDownloaded'),
        )
        // Only what was there to be confirmed was never confirmed.
        expect(raised.some(({ type }) => type === 'fileneverconfirmeddownloaded')).toBe(
          statuses.join(' ').endsWith('Published Purged'),
        )
        expect(raised.some(({ type }) => type === 'filepurged')).toBe(statuses.includes('Purged'))
      }),
      { numRuns: 500 },
    )
  })

  it('comes to an end', () => {
    fc.assert(
      fc.property(birth, acts, (born, done) => {
        const { transfer } = play(born, [...done, { does: 'wait', ms: lifeMs }])
        expect([statusOf(transfer), lifecycle.nextDue(transfer)]).toEqual(['Purged', null])
      }),
    )
  })

  it('does not change for who only looks', () => {
    fc.assert(
      fc.property(birth, acts, (born, done) => {
        const { transfer, now } = play(born, done)
        expect(lifecycle.happen(transfer, now).transfer).toBe(transfer)
      }),
    )
  })
})
