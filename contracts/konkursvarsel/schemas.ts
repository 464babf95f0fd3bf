import { type Violation, violationsIn } from '../violations.ts'
import { avslutningskoder, avviklingskoder, konkursgrunnlag, noticeTypes } from './codes.ts'
import { parseDebitor, parseRegistration, parseUuid } from './wire.ts'

/**
 * The bodies of Konkursvarsel as JSON Schemas (catalogue, sections 2 and 3): what is documented or follows from it, and
 * nothing that is ours. Members beyond it are let through.
 */

const date = { type: 'string', format: 'date' } as const
const link = {
  type: 'object',
  required: ['href'],
  properties: { href: { type: 'string', format: 'address' } },
} as const
const self = { type: 'object', required: ['self'], properties: { self: link } } as const
const code = (title: string, values: readonly string[]) => ({ type: 'string', title, enum: values })

const members = {
  uuid: { type: 'string', format: 'uuid' },
  type: code('type', noticeTypes),
  registreringstidspunkt: { type: 'string', format: 'registreringstidspunkt' },
  kjennelsesdato: date,
  debitor: { type: 'string', format: 'debitor' },
  _links: self,
} as const

/** Whether `kjennelsesdato` stands on the other types as well is not documented. */
const always = ['uuid', 'type', 'registreringstidspunkt', 'debitor', '_links'] as const
const ofType = (type: string, then: object) => ({
  if: { type: 'object', properties: { type: { const: type } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { type: 'object', ...then },
})

const item = {
  type: 'object',
  required: always,
  properties: members,
  allOf: [ofType('aapning', { properties: { kjennelsesdato: true }, required: ['kjennelsesdato'] })],
} as const

const detail = {
  ...item,
  properties: {
    ...members,
    konkursgrunnlag: code('konkursgrunnlag', konkursgrunnlag),
    avviklingskode: code('avviklingskode', avviklingskoder),
    avslutningskode: code('avslutningskode', avslutningskoder),
    innstillingsdato: date,
  },
  allOf: [
    ...item.allOf,
    ofType('aapning', { properties: { konkursgrunnlag: true }, required: ['konkursgrunnlag'] }),
    ofType('avslutning', { properties: { avslutningskode: true }, required: ['avslutningskode'] }),
  ],
} as const

const list = {
  type: 'object',
  properties: {
    _embedded: {
      type: 'object',
      required: ['konkursvarsler'],
      properties: { konkursvarsler: { type: 'array', items: item } },
    },
    _links: { type: 'object' },
  },
} as const

/** Its members are not documented but for the links. */
const root = {
  type: 'object',
  required: ['_links'],
  properties: { _links: { type: 'object', minProperties: 1 } },
} as const

const shapes = { list, detail, root }
type SchemaName = keyof typeof shapes

/** Everything in the body that breaks the schema, at most 50, in the order of the schema. Takes any input. */
export const violations: (schema: SchemaName, body: unknown) => readonly Violation[] = violationsIn(shapes, {
  uuid: (input) => parseUuid(input).ok,
  registreringstidspunkt: (input) => parseRegistration(input).ok,
  debitor: (input) => parseDebitor(input).ok,
  address: (input) => /^https:\/\//.test(input) && URL.canParse(input),
})
