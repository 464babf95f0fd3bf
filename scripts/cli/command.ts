import type { ExitCode } from './exit.ts'
import type { Options, Parsed } from './options.ts'

/** Where a command reads and writes. */
export interface Console {
  /** What was asked for. */
  readonly out: (text: string) => void
  /** Progress and errors. */
  readonly err: (text: string) => void
  /** Whether `err` is a terminal, on which a line can be written over. */
  readonly isTerminal: boolean
  /** Where answers to questions are typed; left out where nobody sits there. */
  readonly input?: NodeJS.ReadableStream
  /** Aborted by SIGINT and SIGTERM. */
  readonly interrupt: AbortSignal
}

export interface Command<O extends Options = Options> {
  readonly summary: string
  /** What stands behind the options in the usage line. */
  readonly takes?: string
  readonly options: O
  run(parsed: Parsed<O>, console: Console): Promise<ExitCode>
}

export const defineCommand = <const O extends Options>(command: Command<O>): Command<O> => command
