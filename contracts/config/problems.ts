import type { ErrorObject } from 'ajv'
import { nearest } from '../nearest.ts'

/** What is wrong, where, and how to mend it. Never the value: it may be a secret. */
export interface Problem {
  /** Keys with dots between them, `fixtures.P1.id`. */
  readonly path: string
  /** Of the file, counted from 1; left out where it cannot be told. */
  readonly line?: number
  readonly wrong: string
  readonly remedy: string
}

type Said = Pick<Problem, 'wrong' | 'remedy'>

/** How to write what a pattern asks for, by the name of the key, or by its whole path where the name has two senses. */
const forms: Readonly<Record<string, string>> = {
  baseUrl: 'write it with https, without query, as it is registered, with one slash at the end at the most',
  'hooks.baseUrl': 'write it with http:// or https://, without query, and without a slash at the end',
  control: 'write it with http:// or https://',
  tokenEndpoint: 'write it with https://',
  issuer: 'write it with https://',
  organisationNumber: 'write its 9 digits, in quotes',
  servicers: 'write their 9 digits, in quotes',
  organisationNumbers: 'write their 9 digits, in quotes',
  id: 'write the 9 or 11 digits without blanks, in quotes',
  alsoKnownAs: 'write the 9 or 11 digits without blanks, in quotes',
  owner: 'name a party: P1 to P13',
  kontonummer: 'write its 11 digits without dots, in quotes',
  environment: 'write the name of a variable: letters, digits and underscores',
  consumerKeys: 'paste the whole key, from -----BEGIN PRIVATE KEY----- on',
  privateKey: 'paste the whole key, from -----BEGIN PRIVATE KEY----- on',
  certificate: 'paste the whole certificate, from -----BEGIN CERTIFICATE----- on',
}

const sayings: Readonly<Record<string, (error: ErrorObject) => Said>> = {
  additionalProperties: ({ params, parentSchema }) => {
    const known = Object.keys((parentSchema?.properties as object | undefined) ?? {})
    const [guess] = nearest(params.additionalProperty, known)
    const remedy = guess === undefined ? `take it out; known are ${known.join(', ')}` : `did you mean "${guess}"?`
    return { wrong: `"${params.additionalProperty}" is not a known key`, remedy }
  },
  required: ({ params }) => ({
    wrong: `"${params.missingProperty}" is missing`,
    remedy: `add "${params.missingProperty}"`,
  }),
  const: ({ params }) => ({ wrong: 'is another value', remedy: `write ${JSON.stringify(params.allowedValue)}` }),
  enum: ({ params }) => ({ wrong: 'is another value', remedy: `write ${params.allowedValues.join(' or ')}` }),
  format: () => ({ wrong: 'is no day', remedy: 'write a day that exists as yyyy-MM-dd' }),
  minLength: () => ({ wrong: 'is empty', remedy: 'write something there, or take the key out' }),
  minItems: () => ({ wrong: 'is an empty list', remedy: 'name at least one, or take the fixture out' }),
  minProperties: () => ({ wrong: 'names no source', remedy: 'write file: PATH or environment: NAME' }),
  maxProperties: () => ({ wrong: 'names two sources', remedy: 'write file: PATH or environment: NAME, not both' }),
  'false schema': (error) => ({
    wrong: `does not go together with ${error.instancePath.startsWith('/parties/') ? '"control"' : '"owner"'}`,
    remedy: 'take one of the two out',
  }),
  pattern: (error) => ({
    wrong: 'does not have the right form',
    remedy: formAt(error) ?? `see the pattern ${error.params.pattern}`,
  }),
  type: (error) => emptyMapping(error) ?? { wrong: wrongType(error), remedy: typeRemedy(error) },
}

/** A key with nothing behind it, where keys of its own are due; not the whole file. */
function emptyMapping(error: ErrorObject): Said | null {
  const { params, data, instancePath, parentSchema } = error
  if (data !== null || params.type !== 'object' || instancePath === '' || isSource(error)) return null
  const { required = [], properties = {} } = (parentSchema ?? {}) as Mapping
  const key = instancePath.split('/').at(-1)
  const remedy =
    required.length > 0
      ? `write ${required.join(' and ')} below it, or take the key out`
      : `write ${key}: {} where every default is right, or some of ${Object.keys(properties).join(', ')} below it`
  return { wrong: 'is empty', remedy }
}
interface Mapping {
  readonly required?: readonly string[]
  readonly properties?: object
}

/** A secret stands in a file or in a variable, and never in the configuration itself. */
const isSource = ({ parentSchema }: ErrorObject) =>
  Object.keys(((parentSchema ?? {}) as Mapping).properties ?? {}).join() === 'file,environment'

const wrongType = (error: ErrorObject) =>
  isSource(error)
    ? 'must say where the secret stands, and not what it is'
    : `is no ${[error.params.type].flat().join(' or ')}`

/** `owner` is a party in a fixture and a person in a deviation. */
function formAt(error: ErrorObject): string | undefined {
  const isBlank = error.params.pattern === '\\S'
  const path = error.instancePath.slice(1).replaceAll('/', '.')
  return isBlank ? 'write a text that says something' : (forms[path] ?? forms[keyOf(error)])
}

function typeRemedy(error: ErrorObject): string {
  const { params, data, instancePath } = error
  if (isSource(error)) return 'write file: PATH or environment: NAME below it'
  const isBareNumber = [params.type].flat().includes('string') && typeof data === 'number'
  if (isBareNumber) return 'put it in quotes: a bare number loses its leading zero'
  if (instancePath === '')
    return 'write keys and values, as samsvar init does; is the file empty, or not saved as UTF-8?'
  const types = [params.type].flat().join(' or ')
  return `write ${/^[aeiou]/.test(types) ? 'an' : 'a'} ${types} there`
}

/** The name of the key; items of a list have the name of the list. */
const keyOf = ({ instancePath }: ErrorObject) => instancePath.split('/').findLast((step) => !/^\d*$/.test(step)) ?? ''

/** Null for what another problem says already. */
export function problemOf(error: ErrorObject): (Problem & { readonly steps: readonly string[] }) | null {
  if (error.keyword === 'if') return null
  const steps = error.instancePath.split('/').slice(1)
  const say = sayings[error.keyword]
  const said = say?.(error) ?? { wrong: error.message ?? error.keyword, remedy: 'change it accordingly' }
  const key = error.params.additionalProperty
  return {
    path: steps.join('.') || 'the file',
    // An unknown key is looked for itself; a missing one can only be missed from the whole.
    steps: typeof key === 'string' ? [...steps, key] : steps,
    ...said,
  }
}
