import type { Letter, ReceivedReply } from './correspondence.ts'
import type { Problem } from './rules/problem.ts'

/** What the megler learned of a case, as it is recorded: an answer is opened, and everything wrong with it stands beside it. */
export interface LetterSighting extends Omit<Letter, 'at' | 'reply'> {
  readonly reply?: ReplySighting
}

export interface ReplySighting extends Omit<ReceivedReply, 'payload'> {
  /** Of the file that came. */
  readonly bytes: number
  /** The file, base64. Left out where it is larger than `mostPayload`, and of everything that is told. */
  readonly payload?: string
  /** Why the archive was not opened; its files are then unknown. */
  readonly refused?: Refused
  /** In the order of the archive, manifest.xml first. */
  readonly files: readonly FileSighting[]
  /** Against all rows that one reply lets anybody judge, in the order of the rules; empty where it answers no known case. */
  readonly problems: readonly Problem[]
}

export interface Refused {
  readonly what: string
  /** An entry of the archive, a line of the XML, a byte. */
  readonly where: string
}

/** One file of the archive: its XML, or why that could not be read; neither where it is no XML. */
export interface FileSighting {
  readonly name: string
  readonly root?: ElementSighting
  readonly refused?: Refused
}

/** An element of a message: where problems point by `/restgjeldssvar/laanliste/laan[2]/saldo`. */
export interface ElementSighting {
  readonly name: string
  /** In the message as it came, counted from 1. */
  readonly line: number
  readonly attributes?: Readonly<Record<string, string>>
  readonly text?: string
  readonly children?: readonly ElementSighting[]
  /** Only its beginning is recorded. */
  readonly cut?: true
}

/** Bytes of base64; a message of a hundred loans has 20,000. */
export const mostPayload = 1_000_000
/** Of one reply. Nobody reads further, and nobody but the harness chooses the size of its record. */
export const mostElements = 3000
export const mostText = 2000
