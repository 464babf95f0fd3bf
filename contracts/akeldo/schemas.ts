import { Ajv } from 'ajv'
import { lazily } from '../lazily.ts'

/** The shape of actor.ts as JSON Schema. Members beside those are let through: nobody has promised that there are none. */

const text = { type: 'string', minLength: 1 }
const list = (member: string) => ({
  type: 'array',
  items: { type: 'object', required: [member], properties: { [member]: text } },
})

const actor = {
  type: 'object',
  required: [
    'organisasjonsnavn',
    'innsender',
    'roller',
    'mottaksliste',
    'organisasjonsnummer',
    'sendeliste',
    'sistEndret',
  ],
  properties: {
    organisasjonsnavn: text,
    innsender: { type: 'string' },
    roller: list('rolle'),
    mottaksliste: list('meldingstype'),
    organisasjonsnummer: { type: 'string', pattern: String.raw`^\d{9}$` },
    sendeliste: list('meldingstype'),
    sistEndret: { type: 'string', pattern: String.raw`^\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}:\d{2}$` },
  },
}

const ajv = new Ajv({ strict: true, allErrors: true })
const shapes = { aktoer: actor, aktoerer: { type: 'array', items: actor } }
const compiled = lazily((shape: keyof typeof shapes) => ajv.compile(shapes[shape]))

/** What is wrong, as JSON pointers and what there must be; nothing when the value has the shape. */
export function akeldoViolations(shape: keyof typeof shapes, value: unknown): readonly string[] {
  const validate = compiled(shape)
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
