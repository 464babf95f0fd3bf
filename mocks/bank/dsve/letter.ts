import type { Overview } from '../../../contracts/altinn-broker/wire.ts'
import type { Transfer } from '../../../contracts/dsve/transfer/transfer.ts'

/** A transfer that came for the bank, and how far it is with it. Missing members are still to come. */
export interface Letter {
  /** Of the bank: the same however often it hears of the transfer. */
  readonly key: string
  readonly fileTransferId: string
  readonly overview?: Arrived
  /** The whole file, base64. */
  readonly payload?: string
  readonly confirmed?: true
  /** Made once, and sent as it is however often that has to be tried. */
  readonly reply?: StoredReply
  /** Transfers that were initialised for the reply, the last of them in use. */
  readonly transfers?: readonly string[]
  readonly uploaded?: true
  /** Nothing is to be done any more. */
  readonly done?: 'answered' | 'not ours' | 'by hand'
}

export type Arrived = Pick<
  Overview,
  'sender' | 'sendersFileTransferReference' | 'propertyList' | 'fileTransferSize' | 'checksum'
>

/** base64 in place of the bytes. */
export interface StoredReply extends Omit<Transfer, 'payload'> {
  readonly payload: string
  readonly messageType: string
}
