import { type FileHandle, open } from 'node:fs/promises'
import { type Broker, type BrokerOptions, startAltinnBroker } from '../../../../altinn-broker/broker.ts'
import type { LedgerChange } from '../../../../altinn-broker/ledger.ts'
import { recipientState, senderOf, statusOf, type Transfer } from '../../../../altinn-broker/transfer.ts'
import { type Death, watchLines } from '../../../../testing/dying.ts'

/** Altinn Broker in a process of its own, that can be told where to die. Every event comes twice and out of order. */

export interface StartBroker extends Pick<BrokerOptions, 'identity' | 'port' | 'trust' | 'settings' | 'maskinporten'> {
  readonly folder: string
  /** `0192:` and the number of the bank: what it sends are answers. */
  readonly bank: string
}

export type AskBroker =
  | { readonly dies: Death | null }
  /** The next answer that arrives is not stored until `goOn`; `holding` is told when it is here. */
  | 'hold'
  | 'goOn'
  | 'transfers'

export type BrokerTold =
  | Pick<Broker, 'url' | 'transfersUrl' | 'subscriptionsUrl'>
  | 'done'
  | 'holding'
  | readonly BrokerTransfer[]

export interface BrokerTransfer {
  readonly id: string
  readonly isAnswer: boolean
  readonly reference: string
  readonly published: boolean
}

process.once('message', async ({ bank, ...given }: StartBroker) => {
  const isAnswer = (transfer: Transfer) => senderOf(transfer) === bank
  const momentOf = ({ transfer, done }: LedgerChange): string | null => {
    if (transfer === undefined) return done === undefined ? null : 'event carried'
    const started = transfer.recipients.some((one) => recipientState(one).status === 'DownloadStarted')
    const status = statusOf(transfer)
    return `${isAnswer(transfer) ? 'answer' : 'request'} ${status === 'Published' && started ? 'DownloadStarted' : status}`
  }
  const hold = await holdFiles(() => process.send?.('holding'))
  const dies = watchLines(momentOf, hold.hear)
  const { url, transfersUrl, subscriptionsUrl, transfers } = await startAltinnBroker({
    ...given,
    faults: [{ replaces: { announce: outOfOrder } }],
  })
  process.on('message', (asked: AskBroker) => {
    if (asked === 'hold') hold.next()
    else if (asked === 'goOn') hold.goOn()
    else if (asked !== 'transfers') dies(asked.dies)
    const all = () =>
      transfers().map((transfer): BrokerTransfer => {
        const { id, asked: its, published } = transfer
        const reference = its.sendersFileTransferReference
        return { id, isAnswer: isAnswer(transfer), reference, published: published !== null }
      })
    process.send?.(asked === 'transfers' ? all() : 'done')
  })
  process.send?.({ url, transfersUrl, subscriptionsUrl })
})
process.once('disconnect', () => process.exit())

/** Milliseconds until each event is sent, twice: some overtake those before them. */
const waits = [
  [60, 0],
  [0, 25],
  [10, 40],
] as const

function outOfOrder(): () => readonly number[] {
  let count = 0
  return () => {
    count += 1
    return waits[count % waits.length] ?? [0, 0]
  }
}

/** A disk that takes its time for one answer. */
async function holdFiles(onHeld: () => void) {
  const some = await open(import.meta.filename)
  const handles = Object.getPrototypeOf(some) as FileHandle
  await some.close()
  const usual = handles.sync
  let state: 'off' | 'waits' | 'next' = 'off'
  let held = Promise.withResolvers<void>()
  handles.sync = async function sync(this: FileHandle) {
    if (state === 'next') {
      state = 'off'
      onHeld()
      await held.promise
    }
    await usual.call(this)
  }
  return {
    next: () => {
      state = 'waits'
      held = Promise.withResolvers()
    },
    hear: (moment: string | null) => {
      if (state === 'waits' && moment === 'answer UploadStarted') state = 'next'
    },
    goOn: () => {
      state = 'off'
      held.resolve()
    },
  }
}
