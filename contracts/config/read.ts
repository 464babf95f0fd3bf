import { Ajv, type ValidateFunction } from 'ajv'
import { LineCounter, parseDocument } from 'yaml'
import { type IsoDate, parseIsoDate, today } from '../calendar.ts'
import type { Config, Keystore } from './config.ts'
import { keystoreSchema } from './keystore-schema.ts'
import { withOwners } from './owners.ts'
import { lineOf } from './places.ts'
import { type Problem, problemOf } from './problems.ts'
import { configSchema } from './schema.ts'
import { senses } from './sense/index.ts'
import { dateAt, type Nonsense } from './sense/look.ts'
import { syntaxProblems } from './syntax.ts'

/** The line of the file on which something stands, for what turns out to be wrong later. */
export type LineOf = (steps: readonly (string | number)[]) => number

type Read<T> =
  | { readonly ok: true; readonly value: T; readonly lineOf: LineOf }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true })
ajv.addFormat('date', (input: string) => parseIsoDate(input).ok)
const isConfig = ajv.compile(configSchema)
const isKeystore = ajv.compile(keystoreSchema)

/** YAML, or JSON, which is YAML too. All problems at once, in the order of the file; owners are resolved. */
export function readConfig(text: string, now = new Date()): Read<Config> {
  const found = read(text, isConfig, (value) => nonsenseIn(value, dateAt(value, 'day') ?? today(now)))
  if (!found.ok) return found
  const config = found.value as Config & { readonly fixtures: Readonly<Record<string, object>> | null }
  return { ...found, value: { ...config, fixtures: withOwners(config.fixtures ?? {}) } }
}

export const readKeystore = (text: string): Read<Keystore> => read(text, isKeystore, () => []) as Read<Keystore>

const nonsenseIn = (value: unknown, day: IsoDate) => senses.flatMap((sense) => sense(value, day))

function read(
  text: string,
  validate: ValidateFunction,
  findNonsense: (value: unknown) => readonly Nonsense[],
): Read<unknown> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core' })
  if (document.errors.length > 0) return { ok: false, problems: syntaxProblems(document, lines) }
  const value: unknown = document.toJS()
  const isShaped = validate(value)
  const wrongs = isShaped ? [] : (validate.errors ?? []).map(problemOf).filter((problem) => problem !== null)
  // What has the wrong shape is told once: its sense is not looked for.
  const isTold = ({ steps }: Nonsense) => wrongs.some(({ path }) => path === steps.join('.'))
  const nonsense = findNonsense(value)
    .filter((one) => !isTold(one))
    .map((one) => ({ path: one.steps.join('.'), ...one }))
  const lineFor: LineOf = (steps) => lineOf(document, lines, steps)
  const problems = [...wrongs, ...nonsense].map(({ path, steps, wrong, remedy }) => {
    return { path, line: lineFor(steps), wrong, remedy }
  })
  if (problems.length > 0) return { ok: false, problems: problems.toSorted(byLine) }
  return { ok: true, value, lineOf: lineFor }
}

const byLine = (one: Problem, other: Problem) => (one.line ?? 0) - (other.line ?? 0)
