import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { nearest } from '../nearest.ts'
import { type Control, partyNames, type Stimulus, tokenIssuers, tokenSignatures } from './protocol.ts'

/** The shapes of protocol.ts as JSON Schemas. One that does not compile stops the program. */

export type ControlCall = keyof Control

/** Complete by type: a stimulus that protocol.ts gains is missing here until it is written down. */
const stimuli = {
  certpub: { outage: true, 'unknown-participant': true },
  maskinporten: { outage: true },
} as const satisfies { [P in Stimulus['party']]: Record<Extract<Stimulus, { party: P }>['does'], true> }

type Schema = Readonly<Record<string, unknown>>

const object = (required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...optional },
})
const text = { type: 'string' }
const name = { type: 'string', minLength: 1 }
const seconds = { type: 'number' }
const count = { type: 'integer', minimum: 0 }
const anything = { type: 'object' }
const oneOf = (values: readonly string[]) => ({ type: 'string', enum: values })

const recipe = object(
  {},
  {
    header: anything,
    claims: anything,
    issued: seconds,
    expires: seconds,
    signature: oneOf(tokenSignatures),
    issuer: oneOf(tokenIssuers),
    altered: anything,
  },
)
const stimulus = {
  type: 'object',
  discriminator: { propertyName: 'party' },
  oneOf: Object.entries(stimuli).map(([party, does]) =>
    object({ party: { const: party }, does: oneOf(Object.keys(does)) }),
  ),
}
const seenRequest = object({
  party: oneOf(partyNames),
  at: name,
  method: name,
  path: text,
  status: { type: 'integer', minimum: 0, maximum: 599 },
})

const schemas = {
  mint: { request: object({ recipe }), answer: object({ token: name }) },
  stimulate: { request: object({ stimulus }), answer: object({}) },
  calm: { request: object({}), answer: object({}) },
  observed: {
    request: object({ after: count }),
    answer: object({ cursor: count, seen: { type: 'array', items: seenRequest } }, { lost: count }),
  },
  forget: { request: object({}), answer: object({ done: { type: 'boolean' } }) },
} as const satisfies Record<ControlCall, { request: Schema; answer: Schema }>

const ajv = new Ajv({ strict: true, allErrors: true, verbose: true, discriminator: true })

type Compiled = { readonly request: ValidateFunction; readonly answer: ValidateFunction }
const compiled = Object.fromEntries(
  Object.entries(schemas).map(([call, { request, answer }]) => [
    call,
    { request: ajv.compile(request), answer: ajv.compile(answer) },
  ]),
) as Record<ControlCall, Compiled>

/**
 * What is wrong with the request or the answer of a call, as sentences that begin with a JSON pointer and say how to mend
 * it. They name members and never repeat a value: an answer may hold a token.
 */
export function wrongsOf(call: ControlCall, part: keyof Compiled, value: unknown): readonly string[] {
  const validate = compiled[call][part]
  if (validate(value)) return []
  return (validate.errors ?? []).map((error) => `${pointer(error.instancePath)} ${remedy(error)}`)
}

const pointer = (path: string) => (path === '' ? 'the whole' : path)

function remedy({ keyword, params, parentSchema, message }: ErrorObject): string {
  if (keyword === 'additionalProperties') return unknownMember(params.additionalProperty, parentSchema)
  if (keyword === 'required') return `lacks ${params.missingProperty}: add it`
  if (keyword === 'enum') return `must be one of ${params.allowedValues.join(', ')}`
  if (keyword === 'discriminator') return `must have a ${params.tag} that is one of ${Object.keys(stimuli).join(', ')}`
  return `${message}`
}

function unknownMember(member: string, schema: ErrorObject['parentSchema']): string {
  const known = Object.keys(schema?.properties ?? {})
  if (known.length === 0) return `must be empty: leave ${member} out`
  const [near] = nearest(member, known)
  return `has no member ${member}: ${near ? `perhaps ${near}` : `known are ${known.join(', ')}`}`
}
