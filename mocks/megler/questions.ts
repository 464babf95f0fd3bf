import type { IsoDate } from '../../contracts/calendar.ts'
import type { Asker } from '../../contracts/dsve/correspondence.ts'
import type { Office } from './offices.ts'
import type { MessageOf, Organisasjon, RequestRoot } from './wire.ts'

/** What the megler asks about a fixture. Everybody in it is synthetic: months are raised by 80. */

export interface Asking {
  /** Settlement days are counted from it. */
  readonly day: IsoDate
  readonly referanse: string
  /** Who is asked. */
  readonly bank: Organisasjon
  /** In place of who asks in that fixture. */
  readonly by?: Asker
  /** In place of what the bank is said to have called the case. */
  readonly mottakersReferanse?: string
}

export interface Question<Root extends RequestRoot = RequestRoot> {
  readonly message: MessageOf[Root]
  /** Who asks, and so sends. */
  readonly office: Office
  /** Where the answer goes: `returnertil`, or who asks. */
  readonly answerTo: readonly string[]
}

export interface Questions {
  /** Names of fixtures. */
  readonly fixtures: readonly string[]
  /** Everybody for whom something is sent or received. */
  readonly offices: readonly Office[]
  about<Root extends RequestRoot>(fixture: string, root: Root, asking: Asking): Question<Root>
}
