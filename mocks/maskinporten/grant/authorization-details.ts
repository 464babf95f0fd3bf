import type { Grant, Rule } from './grant.ts'
import { refuse } from './refusals.ts'

/** Row 20: rich authorization requests (RFC 9396). Fields and values of the two types are our reading. */

type Members = Readonly<Record<string, unknown>>
type Accepts = (value: unknown) => boolean

const text: Accepts = (value) => typeof value === 'string' && value !== ''
const organisation: Accepts = (value) => {
  const { authority, ID } = isObject(value) ? value : {}
  return authority === 'iso6523-actorid-upis' && typeof ID === 'string' && /^0192:\d{9}$/.test(ID)
}

interface DetailType {
  readonly fields: Readonly<Record<string, Accepts>>
  readonly required: readonly string[]
}

export const detailTypes: Readonly<Record<string, DetailType>> = {
  'urn:altinn:systemuser': {
    fields: { type: text, systemuser_org: organisation, externalRef: text },
    required: ['systemuser_org'],
  },
  'urn:altinn:consent': { fields: { type: text, id: text, from: text, to: text }, required: ['id'] },
}

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

const detailsOf = ({ claims }: Grant): readonly Members[] =>
  (claims.authorization_details ?? []).map((detail) => (isObject(detail) ? detail : {}))

const typeOf = ({ type }: Members): DetailType | undefined =>
  typeof type === 'string' && Object.hasOwn(detailTypes, type) ? detailTypes[type] : undefined

const echo = (value: unknown) => String(value).slice(0, 60)

export const detailsTypeKnown: Rule = (grant) => {
  const unknown = detailsOf(grant).find((detail) => typeOf(detail) === undefined)
  return unknown === undefined ? undefined : refuse('details-type', { what: echo(unknown.type) })
}

export const detailsFieldsKnown: Rule = (grant) => {
  const what = detailsOf(grant)
    .flatMap((detail) => Object.keys(detail).filter((name) => !Object.hasOwn(typeOf(detail)?.fields ?? {}, name)))
    .at(0)
  return what === undefined ? undefined : refuse('details-fields', { what: echo(what) })
}

export const detailsValuesValid: Rule = (grant) => {
  const what = detailsOf(grant)
    .flatMap((detail) => wrongValues(detail, typeOf(detail)))
    .at(0)
  return what === undefined ? undefined : refuse('details-values', { what })
}

function wrongValues(detail: Members, type: DetailType | undefined): readonly string[] {
  if (type === undefined) return []
  const missing = type.required.filter((name) => detail[name] === undefined)
  const wrong = Object.entries(detail).flatMap(([name, value]) => (type.fields[name]?.(value) === false ? [name] : []))
  return [...missing, ...wrong]
}
