import type { ErrorObject } from 'ajv'
import { nearest } from '../nearest.ts'

/** What is wrong, where, and how to mend it. Never the value: it may be a secret. */
export interface Problem {
  readonly path: string
  readonly wrong: string
  readonly remedy: string
}

type Said = Omit<Problem, 'path'>

/** How to write what a pattern asks for, by the name of the key. */
const forms: Readonly<Record<string, string>> = {
  baseUrl: 'write it with https, without query and without a slash at the end',
  control: 'write it with http:// or https://',
  organisationNumber: 'write its 9 digits, in quotes',
  id: 'write the 9 or 11 digits without blanks, in quotes',
  trust: 'paste the whole certificate, from -----BEGIN CERTIFICATE----- on',
  consumerKeys: 'paste the whole key, from -----BEGIN PRIVATE KEY----- on',
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
  format: () => ({ wrong: 'is no day', remedy: 'write a day that exists as yyyy-MM-dd' }),
  pattern: (error) => ({
    wrong: 'does not have the right form',
    remedy: forms[keyOf(error)] ?? `see the pattern ${error.params.pattern}`,
  }),
  type: (error) => ({ wrong: `is no ${[error.params.type].flat().join(' or ')}`, remedy: typeRemedy(error) }),
}

function typeRemedy({ params, data }: ErrorObject): string {
  const isBareNumber = [params.type].flat().includes('string') && typeof data === 'number'
  if (isBareNumber) return 'put it in quotes: a bare number loses its leading zero'
  return `write a ${[params.type].flat().join(' or ')} there`
}

/** The name of the key; items of a list have the name of the list. */
const keyOf = ({ instancePath }: ErrorObject) => instancePath.split('/').findLast((step) => !/^\d*$/.test(step)) ?? ''

export function problemOf(error: ErrorObject): Problem {
  const path = error.instancePath.slice(1).replaceAll('/', '.') || 'the file'
  const say = sayings[error.keyword]
  return { path, ...(say?.(error) ?? { wrong: error.message ?? error.keyword, remedy: 'change it accordingly' }) }
}
