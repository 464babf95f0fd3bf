import type { IsoDate } from '../../../../contracts/calendar.ts'
import type { FileOfArchive } from '../../../../contracts/dsve/archive/write.ts'
import type { ReplyRoot } from '../../../../contracts/dsve/messages.ts'
import type { Transfer } from '../../../../contracts/dsve/transfer/transfer.ts'
import type { Organisasjon } from '../../../../contracts/dsve/wire/parties.ts'
import type { Markup } from '../../../../contracts/dsve/xml/markup.ts'
import { serialize } from '../../../../contracts/dsve/xml/serialize.ts'
import type { Asked } from '../model.ts'

/** Which reply is being written: what a fault looks at that is wrong about one of them only. */
export interface About {
  readonly root: ReplyRoot
  /** Null when it could not be read. */
  readonly asked: Asked | null
  readonly status: string
  readonly sendersFileTransferReference: string
  readonly day: IsoDate
  readonly bank: Organisasjon
}

/** From the message to what the broker carries, step by step. Lawful banks change nothing on the way. */

export const shape = (message: Markup, _about: About): Markup => message

export const spell = (message: Markup, _about: About): string | Uint8Array => serialize(message)

export const fill = (files: readonly FileOfArchive[], _about: About): readonly FileOfArchive[] => files

export const label = (transfer: Transfer, _about: About): Transfer => transfer
