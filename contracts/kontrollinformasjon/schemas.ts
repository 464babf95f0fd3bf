import { type Violation, violationsIn } from '../violations.ts'
import { accountDetails, accounts } from './schemas/accounts.ts'
import { object, text } from './schemas/pieces.ts'
import { transactions } from './schemas/transactions.ts'

/** The JSON Schemas of the bodies. */

export type { Violation }

/** The OpenAPI requires neither member of an error; its prose and KI-ERR-001 ask both, and not empty. */
const error = object({ required: { code: text(1), message: text(1) } })

const shapes = { accounts, accountDetails, transactions, error }
export type SchemaName = keyof typeof shapes

/** Everything in the body that breaks the schema, at most 50, in the order of the schema. Takes any input. */
export const violations: (schema: SchemaName, body: unknown) => readonly Violation[] = violationsIn(shapes)
