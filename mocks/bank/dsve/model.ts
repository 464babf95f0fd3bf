import type { ReplyRoot, RequestRoot } from '../../../contracts/dsve/messages.ts'
import type { SchemaVersion } from '../../../contracts/dsve/profile.ts'
import type { Refusal } from '../../../contracts/dsve/statuses.ts'
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

/** `sent` looks at what the bank has sent itself. */
export interface BankCalls extends Calls {
  readonly sent: Calls['overview']
}

/** What parts are handed. Everything behind it belongs to one life of the bank: after a restart it does nothing. */
export interface Client {
  readonly settings: Settings
  readonly books: DsveBooks
  readonly calls: BankCalls
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

export const no = (text: string, status: Refusal = 'Feil'): No => ({ status, text })
