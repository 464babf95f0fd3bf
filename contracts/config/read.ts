import { Ajv, type ErrorObject } from 'ajv'
import { LineCounter, parseDocument } from 'yaml'
import { parseIsoDate } from '../calendar.ts'
import { nearest } from '../nearest.ts'
import type { Config, Keystore } from './config.ts'
import { configSchema, keystoreSchema } from './schema.ts'

/** What is wrong, where, and how to mend it. Never the value: it may be a secret. */
export interface Problem {
  readonly path: string
  readonly wrong: string
  readonly remedy: string
}
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true })
ajv.addFormat('date', (input: string) => parseIsoDate(input).ok)
const isConfig = ajv.compile<Config>(configSchema)
const isKeystore = ajv.compile<Keystore>(keystoreSchema)

/** YAML, or JSON, which is YAML too. All problems at once. */
export const readConfig = (text: string): Read<Config> => read(text, isConfig)
export const readKeystore = (text: string): Read<Keystore> => read(text, isKeystore)

function read<T>(text: string, validate: typeof isConfig | typeof isKeystore): Read<T> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, schema: 'core' })
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, code }) => {
      const { line, col } = lineCounter.linePos(pos[0])
      return {
        path: `line ${line}, column ${col}`,
        wrong: `not readable as YAML or JSON (${code})`,
        remedy: 'mend the syntax there',
      }
    })
    return { ok: false, problems }
  }
  const value: unknown = document.toJS()
  if (validate(value)) return { ok: true, value: value as T }
  return { ok: false, problems: (validate.errors ?? []).map(problemOf) }
}

function problemOf({ instancePath, keyword, params, message, parentSchema }: ErrorObject): Problem {
  const path = instancePath.slice(1).replaceAll('/', '.') || 'the whole file'
  if (keyword === 'additionalProperties') {
    const known = Object.keys((parentSchema?.properties as object | undefined) ?? {})
    const [guess] = nearest(params.additionalProperty, known)
    const remedy = guess === undefined ? `take it out; known are ${known.join(', ')}` : `did you mean "${guess}"?`
    return { path, wrong: `"${params.additionalProperty}" is not a known key`, remedy }
  }
  if (keyword === 'required')
    return { path, wrong: `"${params.missingProperty}" is missing`, remedy: `add "${params.missingProperty}"` }
  if (keyword === 'pattern' || keyword === 'format')
    return {
      path,
      wrong: 'does not have the form that is needed',
      remedy: `write it so that it fits ${params.pattern ?? 'yyyy-MM-dd'}`,
    }
  return { path, wrong: message ?? keyword, remedy: `see the schema of ${path}` }
}
