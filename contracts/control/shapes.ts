import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'
import { act } from '../altinn-broker/control-shapes.ts'
import { brokerManners } from '../altinn-broker/stimuli.ts'
import { inquiry, letter, sent } from '../dsve/control-shapes.ts'
import { kfrSighting, kfrStimuli } from '../kfr/shapes.ts'
import { brregSighting, brregStimuli, object, publication } from '../konkursvarsel/shapes.ts'
import { lazily } from '../lazily.ts'
import { nearest } from '../nearest.ts'
import { type Control, partyNames, type Stimulus, tokenIssuers, tokenSignatures } from './protocol.ts'

/** The shapes of protocol.ts as JSON Schemas. One that does not compile stops whoever asks. */

export type ControlCall = keyof Control

type Schema = Readonly<Record<string, unknown>>
type Members = {
  readonly required?: Readonly<Record<string, Schema>>
  readonly optional?: Readonly<Record<string, Schema>>
}

const text = { type: 'string' }
const name = { type: 'string', minLength: 1 }
const seconds = { type: 'number' }
const count = { type: 'integer', minimum: 0 }
const anything = { type: 'object' }
const oneOf = (values: readonly string[]) => ({ type: 'string', enum: values })

/** Complete by type: a stimulus that protocol.ts gains is missing here until it is written down. */
const stimuli: { readonly [P in Stimulus['party']]: Record<Extract<Stimulus, { party: P }>['does'], Members> } = {
  certpub: { outage: {}, 'unknown-participant': {} },
  maskinporten: { outage: {}, 'short-tokens': {} },
  'altinn-broker': { outage: {}, misbehaves: { required: { how: oneOf(brokerManners) } } },
  akeldo: { outage: {}, 'odd-entries': {} },
  brreg: brregStimuli,
  kfr: kfrStimuli,
}

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
  oneOf: Object.entries(stimuli).map(([party, does]) => ofParty(party, does)),
}

/** Which members there are depends on what is done, and the message then speaks of that alone. */
function ofParty(party: string, does: Readonly<Record<string, Members>>): Schema {
  const known = Object.entries(does)
  const members = Object.assign({}, ...known.map(([, { required, optional }]) => ({ ...required, ...optional })))
  const one = object({ party: { const: party }, does: oneOf(Object.keys(does)) }, members)
  const rules = known.map(([name, { required = {}, optional = {} }]) => ({
    if: { type: 'object', properties: { does: { const: name } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      type: 'object',
      required: Object.keys(required),
      properties: Object.fromEntries(
        Object.keys(members)
          .filter((member) => !(member in required || member in optional))
          .map((member) => [member, false]),
      ),
    },
  }))
  return { ...one, allOf: rules }
}
const seenRequest = object(
  {
    party: oneOf(partyNames),
    at: name,
    method: name,
    path: text,
    status: { type: 'integer', minimum: 0, maximum: 599 },
  },
  { brreg: brregSighting, maskinporten: anything, kfr: kfrSighting },
)

const schemas = {
  mint: { request: object({ recipe }), answer: object({ token: name }) },
  stimulate: { request: object({ stimulus }), answer: object({}) },
  calm: { request: object({}), answer: object({}) },
  observed: {
    request: object({ after: count }),
    answer: object({ cursor: count, seen: { type: 'array', items: seenRequest } }, { lost: count }),
  },
  publish: { request: object({ publication }), answer: object({ published: count }) },
  advance: {
    request: object({ to: { type: ['string', 'null'], format: 'date-time' } }),
    answer: object({ now: name }),
  },
  inquire: { request: object({ inquiry }), answer: sent },
  letters: {
    request: object({ after: count }),
    answer: object({ cursor: count, letters: { type: 'array', items: letter } }, { lost: count }),
  },
  acts: {
    request: object({ after: count }),
    answer: object({ cursor: count, acts: { type: 'array', items: act } }, { lost: count }),
  },
  forget: { request: object({}), answer: object({ done: { type: 'boolean' } }) },
} as const satisfies Record<ControlCall, { request: Schema; answer: Schema }>

// A member that only some stimuli have is required there, beside its shape and not within it.
const ajv = new Ajv({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
  verbose: true,
  discriminator: true,
})
addFormats.default(ajv, ['date-time', 'uuid'])

const compiled = {
  request: lazily((call: ControlCall) => ajv.compile(schemas[call].request)),
  answer: lazily((call: ControlCall) => ajv.compile(schemas[call].answer)),
}

/**
 * What is wrong with the request or the answer of a call, as sentences that begin with a JSON pointer and say how to mend
 * it. They name members and never repeat a value: an answer may hold a token.
 */
export function wrongsOf(call: ControlCall, part: keyof typeof compiled, value: unknown): readonly string[] {
  const validate = compiled[part](call)
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
