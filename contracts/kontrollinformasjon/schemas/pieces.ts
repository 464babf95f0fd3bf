import { type EnumerationName, enumerations } from '../enumerations.ts'

/**
 * What the tables of catalogue section 2 are written with. A property that the OpenAPI does not require may be null
 * (Q11), patterns are anchored (Q48), and properties beyond the tables are let through (tolerant reader).
 */

export interface Schema {
  readonly [keyword: string]: unknown
}

export const text = (minLength?: number, maxLength?: number): Schema => ({
  type: 'string',
  ...(minLength !== undefined && { minLength }),
  ...(maxLength !== undefined && { maxLength }),
})

/** The title is what a violation calls the list. */
export const oneOf = (name: EnumerationName): Schema => ({ type: 'string', title: name, enum: enumerations[name] })

const matching = (title: string, pattern: string): Schema => ({ type: 'string', title, pattern })

export const country = matching('country', '^[A-Z]{2}$')
/** Three letters only: whether ISO 4217 knows them is KI-ACC-017's question. */
export const currency = matching('currency', '^[A-Z]{3}$')
export const yearMonth = matching('year-month', '^[0-9]+-(0[1-9]|1[0-2])$')
export const date: Schema = { type: 'string', format: 'date' }
export const dateTime: Schema = { type: 'string', format: 'date-time' }
export const boolean: Schema = { type: 'boolean' }
/** Never below zero: the sign is in creditDebitIndicator. Zero is allowed (Q47). */
export const amount: Schema = { type: 'number', minimum: 0 }

export const listOf = (items: Schema): Schema => ({ type: 'array', items })

/** Null beside the type, and in the list of values if there is one: JSON Schema asks both. */
const orNull = (schema: Schema): Schema => ({
  ...schema,
  type: [schema.type, 'null'],
  ...(Array.isArray(schema.enum) && { enum: [...schema.enum, null] }),
})

/** What is required must be there and not null; the rest may be absent or null. */
export const object = (properties: {
  required?: Readonly<Record<string, Schema>>
  optional?: Readonly<Record<string, Schema>>
}): Schema => {
  const { required = {}, optional = {} } = properties
  return {
    type: 'object',
    required: Object.keys(required),
    properties: {
      ...required,
      ...Object.fromEntries(Object.entries(optional).map(([name, schema]) => [name, orNull(schema)])),
    },
  }
}
