import { fixtureNames } from '../fixtures.ts'
import { object } from '../konkursvarsel/shapes.ts'
import { presentations } from '../konkursvarsel/stimuli.ts'
import { errorCodes } from './errors.ts'
import { reporterOperations } from './operations.ts'
import { failures } from './stimuli.ts'

/** The shapes of what is said to the register over the control protocol, as JSON Schemas. */

const count = { type: 'integer', minimum: 0 } as const
const customer = { enum: fixtureNames } as const
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const

/** By what the register is made to do; complete by type in `contracts/control/stimulus-shape.ts`. */
export const kfrStimuli = {
  outage: {},
  'kar-outage': {},
  fails: {
    required: { on: { enum: [...reporterOperations, 'any'] }, how: { enum: failures } },
    optional: { code: { enum: errorCodes }, times: { type: 'integer', minimum: 1 }, customer, retryAfter: count },
  },
  'knows-already': { optional: { customer } },
  delays: { required: { ms: count } },
  ingests: { required: { perSecond: { type: ['integer', 'null'], minimum: 1 } } },
  'adds-members': {},
  presents: { required: { certificate: { enum: presentations } } },
  holds: { required: { customer }, optional: { since: day, until: day } },
  loses: { required: { customer } },
} as const

const text = { type: 'string', minLength: 1 } as const
export const lookUp = object({ customer }, { from: day })
export const lookedUp = object({
  status: { type: 'integer', minimum: 100, maximum: 599 },
  code: { type: ['string', 'null'] },
  period: object({ from: day, to: day }),
  banks: { type: 'array', items: object({ organizationID: text, bankName: text }) },
})

/** Made by our own party, so its members are not looked at one by one. */
export const kfrSighting = { type: 'object', required: ['operation', 'token', 'problems'] } as const
