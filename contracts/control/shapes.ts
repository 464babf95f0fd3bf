import { act } from '../altinn-broker/control-shapes.ts'
import { inquiry, letter, sent } from '../dsve/control-shapes.ts'
import { kfrSighting, lookedUp, lookUp } from '../kfr/shapes.ts'
import { brregSighting, object, publication } from '../konkursvarsel/shapes.ts'
import { type Control, partyNames, tokenIssuers, tokenSignatures } from './protocol.ts'
import { oneOf, type Schema, stimulus } from './stimulus-shape.ts'

/** The shapes of protocol.ts as JSON Schemas. */

export type ControlCall = keyof Control

const text = { type: 'string' }
const name = { type: 'string', minLength: 1 }
const seconds = { type: 'number' }
const count = { type: 'integer', minimum: 0 }
const anything = { type: 'object' }

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

export const schemas = {
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
  lookUp: { request: object({ lookUp }), answer: lookedUp },
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
