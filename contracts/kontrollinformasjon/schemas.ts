import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { parseDateTime, parseIsoDate } from '../calendar.ts'
import { accountDetails, accounts } from './schemas/accounts.ts'
import { object, text } from './schemas/pieces.ts'
import { transactions } from './schemas/transactions.ts'

/** The JSON Schemas of the bodies, compiled when they are first asked: one that does not compile stops whoever asks. */

export interface Violation {
  /** JSON pointer; empty for the body itself. */
  readonly at: string
  /** Short, and without anything of what stood there: `type: string`, `required: responseDetails`. */
  readonly rule: string
}

/** The OpenAPI requires neither member of an error; its prose and KI-ERR-001 ask both, and not empty. */
const error = object({ required: { code: text(1), message: text(1) } })

const shapes = { accounts, accountDetails, transactions, error }
export type SchemaName = keyof typeof shapes

const options = {
  strict: true,
  verbose: true,
  formats: {
    date: { type: 'string', validate: (input: string) => parseIsoDate(input).ok },
    // RFC 3339 would refuse the documentation's own examples (Q13).
    'date-time': { type: 'string', validate: (input: string) => parseDateTime(input).ok },
  },
} as const

/** Compiling all of them takes longer than loading the rest of a run. */
function compiledBy(ajv: Ajv2020): (schema: SchemaName) => ValidateFunction {
  const compiled = new Map<SchemaName, ValidateFunction>()
  return (schema) => {
    const validate = compiled.get(schema) ?? ajv.compile(shapes[schema])
    compiled.set(schema, validate)
    return validate
  }
}

const stopsAtFirst = compiledBy(new Ajv2020(options))
const findsAll = compiledBy(new Ajv2020({ ...options, allErrors: true }))

const most = 50

/** A list of half a million empty objects has millions of errors, each an object in memory: nobody reads them. */
const mostItems = 1000
/** Deeper than any list of the schemas stands; a body without a bottom is left alone there. */
const deepestList = 20

function withShortLists(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object' || depth > deepestList) return value
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => withShortLists(item, depth + 1))
  const members = Object.entries(value).map(([name, member]) => [name, withShortLists(member, depth + 1)])
  return Object.fromEntries(members)
}

/** Everything in the body that breaks the schema, at most 50, in the order of the schema. Takes any input. */
export function violations(schema: SchemaName, body: unknown): readonly Violation[] {
  const first = stopsAtFirst(schema)
  if (first(body)) return []
  const all = findsAll(schema)
  const errors = all(withShortLists(body)) ? first.errors : all.errors
  return (errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .slice(0, most)
    .map((found) => ({ at: found.instancePath, rule: ruleOf(found) }))
}

function ruleOf({ keyword, params, parentSchema }: ErrorObject): string {
  if (keyword === 'type') return `type: ${[params.type].flat().join(' or ')}`
  if (keyword === 'required') return `required: ${params.missingProperty}`
  if (keyword === 'enum' || keyword === 'pattern') return `${keyword}: ${parentSchema?.title}`
  if (keyword === 'format') return `format: ${params.format}`
  return `${keyword}: ${params.limit}`
}
