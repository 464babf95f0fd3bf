import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'
import { lazily } from '../lazily.ts'
import { nearest } from '../nearest.ts'
import { type ControlCall, schemas } from './shapes.ts'
import { stimulated } from './stimulus-shape.ts'

/** Holding a request or an answer against its shape. One that does not compile stops whoever asks. */

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
  if (keyword === 'discriminator') return `must have a ${params.tag} that is one of ${stimulated.join(', ')}`
  return `${message}`
}

function unknownMember(member: string, schema: ErrorObject['parentSchema']): string {
  const known = Object.keys(schema?.properties ?? {})
  if (known.length === 0) return `must be empty: leave ${member} out`
  const [near] = nearest(member, known)
  return `has no member ${member}: ${near ? `perhaps ${near}` : `known are ${known.join(', ')}`}`
}
