import type { Overview } from '../../../contracts/altinn-broker/wire.ts'
import type { ReplyRoot, RequestRoot } from '../../../contracts/dsve/messages.ts'
import type { SchemaVersion } from '../../../contracts/dsve/profile.ts'
import type { Refusal } from '../../../contracts/dsve/statuses.ts'
import type { PropertyList } from '../../../contracts/dsve/transfer/properties.ts'
import type { Transfer } from '../../../contracts/dsve/transfer/transfer.ts'
import type { MessageOf } from '../../../contracts/dsve/wire/messages.ts'
import type { Kontaktperson, Organisasjon } from '../../../contracts/dsve/wire/parties.ts'
import type { Calls } from '../../altinn-client/calls.ts'
import type { Clock } from '../../clock.ts'
import type { Outgoing } from '../../http/outgoing.ts'
import type { BookedEiendom, BookedLaan, DsveBooks } from '../world/dsve/books.ts'
import type { Store } from './store.ts'

/** What a bank may set for itself. */
export interface Settings {
  readonly bank: Organisasjon
  readonly kontaktperson: Kontaktperson
  /** At the broker. */
  readonly resourceId: string
  /** `…/akeldo/aktoer` */
  readonly actorsUrl: string
  readonly version: SchemaVersion
  /** Days ahead for which an amount of a fastrente loan can be given. */
  readonly fastrenteDays: number
  /** Most letters that are worked on at a time. */
  readonly atOnce: number
  /** How often a reply is sent anew that the broker could not carry. */
  readonly mostTransfers: number
}

/** What parts are handed. Everything behind it belongs to one life of the bank: after a restart it does nothing. */
export interface Client {
  readonly settings: Settings
  readonly books: DsveBooks
  readonly calls: Calls
  readonly outgoing: Pick<Outgoing, 'send'>
  readonly store: Store
  readonly clock: Clock
  /** A line for whoever watches over the bank. No names, no numbers of persons. */
  tell(what: Told['what'], detail: string): void
}

export interface Told {
  /** ISO 8601, UTC. */
  readonly at: string
  /** `by-hand`: somebody at the bank has to look. */
  readonly what: 'alarm' | 'answered' | 'by-hand' | 'left'
  readonly detail: string
}

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

/** A request that could be read. */
export interface Asked<Root extends RequestRoot = RequestRoot> {
  readonly root: Root
  readonly message: MessageOf[Root]
}

/** Why it is answered with no. The text is for an end user, in Norwegian. */
export interface No {
  readonly status: Refusal
  readonly text: string
}

/** What the bank has in the properties that were asked about. */
export interface Found {
  readonly eiendommer: readonly BookedEiendom[]
  /** Those that must be paid for its pant to go. */
  readonly laan: readonly BookedLaan[]
}

/** What is answered, before it is written. */
export type Answer =
  | { readonly root: 'restgjeldssvar'; readonly message: MessageOf['restgjeldssvar'] }
  | { readonly root: 'innfrielsessaldosvar'; readonly message: MessageOf['innfrielsessaldosvar'] }
  | ({ readonly root: ReplyRoot } & No)

export const isNo = <Yes extends object>(given: Yes | No): given is No => 'status' in given

/** Who gets the reply and under which names. */
export interface Envelope {
  readonly letter: Letter
  readonly overview: Arrived
  readonly asked: Asked | null
  readonly recipient: string
  readonly propertyList: PropertyList
}

export const no = (text: string, status: Refusal = 'Feil'): No => ({ status, text })
