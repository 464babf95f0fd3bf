import { createInterface } from 'node:readline/promises'
import { PassThrough } from 'node:stream'
import { parseOrganisationNumber } from '../../contracts/identity/organisation-number.ts'
import type { Console } from '../cli/command.ts'
import { usageError } from '../cli/exit.ts'

/** What `samsvar init` has to know, from options or from whoever sits at the terminal. */

interface Question {
  /** The option that answers it. */
  readonly option: string
  readonly asks: string
  readonly explains: string
  /** Taken for an empty answer; null where there must be one. */
  readonly usual: string | null
  /** Null when it can be taken, otherwise what would be. */
  readonly wrong: (answer: string) => string | null
}

export const questions = {
  name: {
    option: 'name',
    asks: 'Name of the bank',
    explains: 'It stands over the report.',
    usual: null,
    wrong: (answer) => (answer.trim() === '' ? 'a name' : null),
  },
  organisationNumber: {
    option: 'organisation-number',
    asks: 'Organisation number of the bank',
    explains: 'Nine digits; accounts that the bank delivers name it as their servicer.',
    usual: null,
    wrong: (answer) => (parseOrganisationNumber(answer).ok ? null : '9 digits, the last one a check digit'),
  },
  baseUrl: {
    option: 'base-url',
    asks: 'Base URL of the account interface',
    explains:
      'As registered in the API catalogue, letter for letter: https, with the version. Or none: the bank only answers megler, or only reports its customers.',
    usual: 'https://localhost:8443/v2',
    wrong: (answer) =>
      answer === 'none' || (/^https:\/\/[^?#\s@]*[^/?#\s]\/?$/.test(answer) && URL.canParse(answer))
        ? null
        : 'https://, without query, and with one slash at the end at the most; or none',
  },
  host: {
    option: 'host',
    asks: 'Name by which the bank reaches this machine',
    explains: 'Maskinporten and CertPub are played here; localhost when the bank runs here, too.',
    usual: 'localhost',
    wrong: (answer) => (/^[\w.-]+$/.test(answer) && answer !== '0.0.0.0' ? null : 'a host name without port and path'),
  },
} as const satisfies Record<string, Question>

type Told = Readonly<Record<keyof typeof questions, string>>
type Values = Readonly<Record<string, string | boolean | undefined>>

/** Options first, then the terminal. Throws a usage error that names every option that is wrong or missing. */
export async function answersFrom(values: Values, console: Console): Promise<Told> {
  const all = Object.entries(questions) as [keyof typeof questions, Question][]
  const wrong = all.flatMap(([, { option, wrong: wrongOf }]) => {
    const value = values[option]
    const expected = typeof value === 'string' ? wrongOf(value) : null
    return expected === null ? [] : [`--${option} takes ${expected}`]
  })
  const open = all.filter(([, { option }]) => values[option] === undefined)
  const { input } = console
  const missing = input === undefined ? open.filter(([, { usual }]) => usual === null || !isOptional(usual)) : []
  if (missing.length > 0)
    wrong.push(`without a terminal give ${missing.map(([, one]) => `--${one.option}`).join(', ')}`)
  if (wrong.length > 0) throw usageError(wrong.join('; '))
  const typed = input === undefined ? {} : await ask(open, input, console)
  return Object.fromEntries(all.map(([key, one]) => [key, values[one.option] ?? typed[key] ?? one.usual])) as Told
}

/** Whose address a bank has cannot be guessed; that it runs on this machine can. */
const isOptional = (usual: string) => usual === questions.host.usual

async function ask(
  open: readonly (readonly [keyof typeof questions, Question])[],
  input: NodeJS.ReadableStream,
  { err, interrupt }: Console,
): Promise<Partial<Told>> {
  const shown = new PassThrough()
  shown.on('data', (chunk: Buffer) => err(chunk.toString()))
  const terminal = createInterface({ input, output: shown })
  const lines = terminal[Symbol.asyncIterator]()
  const answers: Partial<Record<keyof typeof questions, string>> = {}
  try {
    for (const [key, question] of open) answers[key] = await answerTo(question, lines, err, interrupt)
  } finally {
    terminal.close()
  }
  return answers
}

async function answerTo(
  { asks, explains, usual, wrong }: Question,
  lines: AsyncIterator<string>,
  err: Console['err'],
  interrupt: AbortSignal,
): Promise<string> {
  err(`\n${explains}\n`)
  for (;;) {
    interrupt.throwIfAborted()
    err(`${asks}${usual === null ? '' : ` [${usual}]`}: `)
    const { value, done } = await lines.next()
    if (done) throw usageError('the questions were broken off; nothing was written')
    const answer = value.trim() || usual || ''
    const expected = wrong(answer)
    if (expected === null) return answer
    err(`It takes ${expected}.\n`)
  }
}
