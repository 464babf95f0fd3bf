import type { RequestRoot } from './messages.ts'

/** What the megler of the harness was asked to send, and what came of it. Calls name fixtures, never persons. */

/** How what is sent differs from the usual, by a name of the megler's own list. `usual` is lawful, with manifest.xml. */
export interface Inquiry {
  readonly message: RequestRoot
  readonly fixture: string
  readonly variant?: string
  /** Who asks, by a name of people.ts, in place of who does in that fixture. */
  readonly by?: Asker
  /** The oppdragsnummer, letter for letter. Default: one that was never used before. */
  readonly referanse?: string
  /** What the bank called the case, as far as who asks knows: in an innfrielse. Default: as in that fixture. */
  readonly mottakersReferanse?: string
}

export const askers = ['megler', 'annenMegler', 'annenBank'] as const
export type Asker = (typeof askers)[number]

/** `number` counts the megler's cases from 1. */
export interface Sent {
  readonly number: number
  /** The oppdragsnummer, which the answer has to repeat. */
  readonly referanse: string
  readonly fileTransferId: string
}

export const letterKinds = ['sent', 'failed', 'published', 'confirmed', 'answered', 'unmatched'] as const

/** Something that happened to a case, in the order in which the megler learned of it. */
export interface Letter {
  /** ISO 8601, UTC. */
  readonly at: string
  /** `failed`: the broker could not carry it. `confirmed`: by the bank. `unmatched`: an answer to nothing that is known. */
  readonly what: (typeof letterKinds)[number]
  /** Null where it belongs to no case. */
  readonly number: number | null
  readonly fixture: string | null
  readonly fileTransferId: string
  /** Of what was answered, matched or not. */
  readonly reply?: ReceivedReply
}

/** By which link of dsve.md 1.3 an answer found its case; the last is a guess, and worth a finding. */
export const links = ['mottaker.referanse', 'sendersFileTransferReference', 'only open case'] as const
export type Link = (typeof links)[number]

/** As the broker gave it, unjudged. */
export interface ReceivedReply {
  readonly matchedBy: Link | null
  /** `0192:` and nine digits. */
  readonly sender: string
  readonly recipients: readonly string[]
  readonly sendersFileTransferReference: string
  readonly fileName: string
  readonly propertyList: Readonly<Record<string, string>>
  /** The file, base64; empty where it was too large to be taken. */
  readonly payload: string
  /** Bytes of the file as the broker has it, where it was not taken. */
  readonly untaken?: number
}
