import { fixtureNames } from '../fixtures.ts'
import { emptyForms, failures, hrefForms, orders, presentations } from './stimuli.ts'

/** The shapes of what is said to Brreg over the control protocol, as JSON Schemas. */

const text = { type: 'string', minLength: 1 } as const
const instant = { type: 'string', format: 'date-time' } as const
const count = { type: 'integer', minimum: 0 } as const
const fixture = { enum: fixtureNames } as const
const anything = { type: 'object' } as const
const names = { type: 'array', items: text } as const

export const object = <P extends Readonly<Record<string, unknown>>, O extends Readonly<Record<string, unknown>>>(
  required: P,
  optional?: O,
) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...optional },
})

const linked = object({ fixture, organisasjonsform: { enum: ['ENK', 'TVAM'] } })

const noticeOrder = object(
  {
    uuid: { type: 'string', format: 'uuid' },
    debtor: { enum: [...fixtureNames, 'nobody'] },
    type: text,
    registreringstidspunkt: text,
  },
  {
    kjennelsesdato: text,
    detail: anything,
    linked: { type: 'array', items: linked },
    konkursbo: fixture,
    namedLike: fixture,
    extra: anything,
    without: names,
    shownFrom: instant,
  },
)

export const publication = object(
  { notices: { type: 'array', items: noticeOrder } },
  {
    filler: object({ count: { ...count, maximum: 100_000 }, from: instant, to: instant }),
    published: { const: true },
  },
)

/** By what Brreg is made to do; complete by type in `contracts/control/stimulus-shape.ts`. */
export const brregStimuli = {
  outage: {},
  fails: {
    required: { on: { enum: ['list', 'detail'] }, how: { enum: failures } },
    optional: { times: { type: 'integer', minimum: 1 }, notice: text, retryAfter: count },
  },
  'compares-inclusively': {},
  orders: { required: { order: { enum: orders } } },
  'lists-nothing-as': { required: { form: { enum: emptyForms } } },
  presents: { required: { certificate: { enum: presentations } } },
  links: { required: { href: { enum: hrefForms } } },
  delays: { required: { ms: count } },
} as const

/** What Brreg notes of a request: made by our own party, so its members are not looked at one by one. */
export const brregSighting = { type: 'object', required: ['asked', 'tls'] } as const
