import { parseOrganisationNumber } from '../identity/organisation-number.ts'
import { violationsIn } from '../violations.ts'
import { type ErrorBody, errorCodes } from './errors.ts'
import type { KfrVersion } from './operations.ts'
import { ownershipTypes } from './wire/relations.ts'

/**
 * The bodies of the register as JSON Schemas (catalogue, section 2.3), each version with its spelling. Members beyond them
 * are let through.
 */

const organisation = { type: 'string', format: 'organisation-number' } as const
const name = { type: 'string', minLength: 1 } as const

const row = {
  type: 'object',
  required: ['organizationID', 'bankName', 'activeAccount'],
  properties: { organizationID: organisation, bankName: name, activeAccount: { type: 'boolean' } },
} as const
const list = (items: object) => ({
  type: 'object',
  required: ['banks'],
  properties: { banks: { type: 'array', items } },
})
const ownershipType = { type: 'string', title: 'ownershipType', enum: ownershipTypes }
const bank = (member: string) => ({
  type: 'object',
  required: [member, 'bankName'],
  properties: { [member]: organisation, bankName: name },
})

const shapes = {
  /** Of the own look-up in any version, too. */
  'relations 1.1.2': list(row),
  'relations 2.0': list({ ...row, properties: { ...row.properties, ownershipType } }),
  /** Where `onlyPrimaryOwner` was part of the question. */
  'relations 2.0 with ownership': list({
    ...row,
    required: [...row.required, 'ownershipType'],
    properties: { ...row.properties, ownershipType },
  }),
  'provider 1.1.2': bank('organizationId'),
  'provider 2.0': bank('organizationID'),
  error: {
    type: 'object',
    required: ['errorCode', 'errorMessage', 'timestamp'] satisfies (keyof ErrorBody)[],
    properties: {
      errorCode: { type: 'string', title: 'errorCode', enum: errorCodes },
      errorMessage: name,
      timestamp: { type: 'string', format: 'rfc3339' },
    },
  },
  /** Any code: which there are is a question of its own. */
  'error of any code': {
    type: 'object',
    required: ['errorCode', 'errorMessage', 'timestamp'],
    properties: { errorCode: name, errorMessage: { type: 'string' }, timestamp: { type: 'string', format: 'rfc3339' } },
  },
  'provider 401': {
    type: 'object',
    required: ['statusCode', 'message'],
    properties: { statusCode: { const: 401 }, message: name },
  },
}
type SchemaName = keyof typeof shapes

export const relationsSchema = (version: KfrVersion, withOwnership = false): SchemaName =>
  version === '2.0' && withOwnership ? 'relations 2.0 with ownership' : `relations ${version}`
export const providerSchema = (version: KfrVersion): SchemaName => `provider ${version}`

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i

/** Everything in a body that breaks the schema, at most 50, in the order of the schema. Takes any input. */
export const violations = violationsIn<SchemaName>(shapes, {
  'organisation-number': (input) => parseOrganisationNumber(input).ok,
  rfc3339: (input) => rfc3339.test(input) && !Number.isNaN(Date.parse(input)),
})
