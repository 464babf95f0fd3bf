import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { parseDateTime, parseIsoDate } from '../calendar.ts'
import { accountDetails, accounts } from './schemas/accounts.ts'
import { object, text } from './schemas/pieces.ts'
import { transactions } from './schemas/transactions.ts'

/** The JSON Schemas of the bodies, compiled when this file is loaded: one that does not compile stops the program. */

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

const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  verbose: true,
  formats: {
    date: { type: 'string', validate: (input: string) => parseIsoDate(input).ok },
    // RFC 3339 would refuse the documentation's own examples (Q13).
    'date-time': { type: 'string', validate: (input: string) => parseDateTime(input).ok },
  },
})

const validators = {
  accounts: ajv.compile(shapes.accounts),
  accountDetails: ajv.compile(shapes.accountDetails),
  transactions: ajv.compile(shapes.transactions),
  error: ajv.compile(shapes.error),
}

const most = 50

/** Everything in the body that breaks the schema, at most 50, in the order of the schema. Takes any input. */
export function violations(schema: SchemaName, body: unknown): readonly Violation[] {
  const validate = validators[schema]
  if (validate(body)) return []
  return (validate.errors ?? [])
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
