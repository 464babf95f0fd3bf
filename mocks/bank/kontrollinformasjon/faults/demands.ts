import type { Request } from 'express'
import { defineFault, type Fault } from '../fault.ts'
import { correlate } from '../parts/correlate.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { refusing } from './demanding.ts'
import { served } from './served.ts'

/** KI-URL-012, KI-REQ-018 and KI-REQ-025: what is demanded although nobody need send it. */

const rowOf = { list: 'KI-URL-004', details: 'KI-URL-005', transactions: 'KI-URL-006' } as const
type Name = keyof typeof rowOf

interface Demand {
  readonly breaks: 'KI-URL-012' | 'KI-REQ-018' | 'KI-REQ-025'
  readonly on: readonly Name[]
  readonly story: (name: Name) => string
  readonly isMissing: (request: Request) => boolean
  readonly refusal: () => Refusal
}

const header = (name: string) => (request: Request) => request.get(name) === undefined
const parameter =
  (name: string) =>
  ({ query }: Request) =>
    query[name] === undefined

const demands: Readonly<Record<string, Demand>> = {
  'demands-an-api-key': {
    breaks: 'KI-URL-012',
    on: ['list', 'details', 'transactions'],
    story: (name) => `The ${name} went behind the gateway of the open APIs, where everybody has a key.`,
    // None of those that a stranger could guess.
    isMissing: () => true,
    refusal: () => refusals.forbidden('A valid API key is required'),
  },
  'demands-a-request-id': {
    breaks: 'KI-URL-012',
    on: ['list'],
    story: () => 'Every call inside the bank has a request id, and nobody gives one to those from outside.',
    isMissing: header('X-Request-ID'),
    refusal: () => refusals.badRequest('The call is not complete'),
  },
  'demands-a-page-size': {
    breaks: 'KI-URL-012',
    on: ['transactions'],
    story: () => 'The archive wants to know how many rows it may read, and the question is passed on to the caller.',
    isMissing: parameter('limit'),
    refusal: () => refusals.badRequest('The call is not complete'),
  },
  'demands-a-requester': {
    breaks: 'KI-REQ-018',
    on: ['list', 'details'],
    story: (name) => `Other agencies say who asks, and the code behind the ${name} reads it of everybody.`,
    isMissing: header('RequesterID'),
    refusal: () => refusals.badRequest('The header RequesterID is missing'),
  },
  'demands-a-reference-of-the-case': {
    breaks: 'KI-REQ-018',
    on: ['transactions'],
    story: () => 'The log has a column for the number of the case, and it must not be empty.',
    isMissing: (request) => header('AdditionalReferenceID')(request) || header('AdditionalReferenceIDType')(request),
    refusal: () => refusals.badRequest('The headers AdditionalReferenceID and AdditionalReferenceIDType are missing'),
  },
  'demands-the-party': {
    breaks: 'KI-REQ-025',
    on: ['details', 'transactions'],
    story: (name) =>
      `One filter validates the headers of all operations, and the list has told it what the ${name} need.`,
    isMissing: header('PartyID'),
    refusal: () => refusals.badRequest('The header PartyID is missing'),
  },
  'demands-the-owner-flag': {
    breaks: 'KI-REQ-025',
    on: ['details', 'transactions'],
    story: (name) => `The parameters of the list were copied to the ${name}.`,
    isMissing: parameter('OnlyPrimaryOwner'),
    refusal: () => refusals.badRequest('The query parameter OnlyPrimaryOwner is missing'),
  },
}

export const demandFaults: readonly Fault[] = Object.entries(demands).flatMap(([id, demand]) =>
  demand.on.map((name) =>
    defineFault({
      id: `${id}-on-${name}`,
      story: demand.story(name),
      violates: [demand.breaks, rowOf[name]],
      replaces: {
        correlate: refusing(
          (request, { operation }) => operation === served[name] && demand.isMissing(request),
          demand.refusal,
          correlate(),
        ),
      },
    }),
  ),
)
