import { headerNames } from '../../../contracts/kfr/operations.ts'
import type { CustomerNumber } from '../../../contracts/kfr/wire.ts'
import { contextOf, need } from '../context.ts'
import { headerOf, institutionOf } from '../parts/entrance.ts'
import { innerParts } from '../parts/inner.ts'
import { handlers } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { at, defineFaults, inside, rewriting } from './change.ts'

/** KFRO-013 to KFRO-021: one relationship at a time. */

const { requireType, requireCustomer, add, end, pass } = handlers

export const singleFaults = defineFaults({
  'always-200': {
    story: 'A first report is answered 200, as all others are.',
    violates: ['KFRO-013'],
    replaces: {
      pass: rewriting((leaving, operation) =>
        operation === 'add' && leaving.status === 201 ? { ...leaving, status: 200 } : leaving,
      ),
    },
  },
  'loses-reports': {
    story: 'A report is answered 201 and never stored.',
    violates: ['KFRO-013'],
    replaces: { begin: () => true },
  },
  'always-201': {
    story: 'A repeated report is answered 201, as if it were the first.',
    violates: ['KFRO-014', 'KFRO-015'],
    replaces: {
      add: inside(add, { begin: (...given) => innerParts.begin(...given) || true }),
    },
  },
  'restarts-relationships': {
    story: 'A repeated report begins the relationship anew: its first day is lost.',
    violates: ['KFRO-014'],
    replaces: {
      begin(store, relation) {
        const isNew = innerParts.begin(store, relation)
        if (isNew) return true
        store.register.remove({ ...relation, customer: store.secret.cover(relation.customer) })
        innerParts.begin(store, relation)
        return false
      },
    },
  },
  races: {
    story:
      'Whether a customer is known is asked a moment before it is written down: of several at once, several are first.',
    violates: ['KFRO-015'],
    replaces: {
      add: (site) => (_request, response) => {
        const relation = { institution: institutionOf(response), customer: need(response, 'customer') }
        const day = site.today()
        const isKnown = innerParts
          .find(site.store, relation.customer, { from: day, to: day })
          .some(({ institution, until }) => institution === relation.institution && until === null)
        setTimeout(() => {
          if (response.closed || !site.store.isOpen()) return
          innerParts.begin(site.store, { ...relation, since: day })
          response.status(isKnown ? 200 : 201).end()
        }, momentMs)
      },
    },
  },
  'tells-of-deletion': {
    story: 'The end of a relationship is answered 200, with a word of it.',
    violates: ['KFRO-016'],
    replaces: {
      pass: rewriting((leaving) =>
        leaving.status === 204 ? { status: 200, text: '{"message":"Deleted"}', type: 'application/json' } : leaving,
      ),
    },
  },
  'ends-what-is-not-there': {
    story: 'What is not there is ended as well: 204.',
    violates: ['KFRO-017'],
    replaces: { end: inside(end, { finish: (...given) => innerParts.finish(...given) || true }) },
  },
  'ignores-correlation-id': {
    story: 'A report without a CorrelationID, or with one that is no UUID, is served.',
    violates: ['KFRO-018'],
    replaces: { requireCorrelationId: pass },
  },
  'takes-any-customer': {
    story: 'Whatever stands in CustomerID is stored.',
    violates: ['KFRO-019'],
    replaces: {
      requireCustomer: at(
        ['add', 'end'],
        (site) => {
          const usual = requireCustomer(site)
          return (request, response, next) => {
            const given = headerOf(request, headerNames.customer)
            if (given === undefined) return usual(request, response, next)
            contextOf(response).found.customer = given as CustomerNumber
            return next()
          }
        },
        requireCustomer,
      ),
    },
  },
  'fails-without-customer': {
    story: 'A report without a CustomerID is answered 500.',
    violates: ['KFRO-020'],
    replaces: {
      requireCustomer: at(
        ['add', 'end'],
        (site) => {
          const usual = requireCustomer(site)
          return (request, response, next) =>
            headerOf(request, headerNames.customer) === undefined
              ? refuse(site, response, 'internal', 'no CustomerID')
              : usual(request, response, next)
        },
        requireCustomer,
      ),
    },
  },
  'checks-digits': {
    story: 'A customer number with wrong check digits is refused, of which no document speaks (open question 4).',
    violates: [],
    settings: { checksDigits: true },
  },
  'takes-any-type': {
    story: 'Any type of relationship is taken, as DSOPBANK.',
    violates: ['KFRO-021'],
    replaces: { requireType: pass },
  },
  'types-in-any-case': {
    story: 'dsopbank is DSOPBANK.',
    violates: ['KFRO-021'],
    replaces: {
      requireType: (site) => {
        const usual = requireType(site)
        return (request, response, next) =>
          contextOf(response).asked.type?.toUpperCase() === 'DSOPBANK' ? next() : usual(request, response, next)
      },
    },
  },
})

/** Long enough for ten to arrive. */
const momentMs = 250
