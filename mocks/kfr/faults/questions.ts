import { headerNames, queryNames } from '../../../contracts/kfr/operations.ts'
import { parseLegalMandate, parseOnlyPrimaryOwner } from '../../../contracts/kfr/wire.ts'
import { contextOf, need } from '../context.ts'
import { headerOf } from '../parts/entrance.ts'
import { queryOf } from '../parts/values.ts'
import { handlers, type Parts } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { at, defineFaults } from './change.ts'
import { takingAnyPeriod, withoutDate } from './periods.ts'

/** KFRO-046, KFRO-047, KFRO-051 to KFRO-055: what agencies may ask, and how. */

const { listRelations, readPeriod, requireCustomer, requireIds, requireMandate, pass, acceptJson } = handlers

const optionalIn2 =
  (name: string, usual: typeof requireIds): Parts['requireIds'] =>
  (site) => {
    const strict = usual(site)
    return (request, response, next) => {
      // As if it had stood there.
      if (headerOf(request, name) === undefined) request.headers[name.toLowerCase()] = somebody
      strict(request, response, next)
    }
  }
const somebody = '00000000-0000-4000-8000-000000000000'

export const questionFaults = defineFaults({
  'correlation-id-optional-in-2': {
    story: 'CorrelationID may be left out in 2.0, as in 1.1.2.',
    violates: ['KFRO-046'],
    replaces: {
      requireIds: at(['relationships'], optionalIn2(headerNames.correlation, requireIds), requireIds),
    },
  },
  'inquiry-id-optional-in-2': {
    story: 'AccountInfoRequestID may be left out in 2.0, as in 1.1.2.',
    violates: ['KFRO-046'],
    replaces: { requireIds: at(['relationships'], optionalIn2(headerNames.inquiry, requireIds), requireIds) },
  },
  'mandate-optional-in-2': {
    story: 'Legal-Mandate may be left out in 2.0, as in 1.1.2.',
    violates: ['KFRO-046'],
    replaces: {
      requireMandate: at(
        ['relationships'],
        (site) => {
          const usual = requireMandate(site)
          return (request, response, next) =>
            headerOf(request, headerNames.mandate) === undefined ? next() : usual(request, response, next)
        },
        requireMandate,
      ),
    },
  },
  'from-date-optional-in-2': {
    story: 'fromDate may be left out in 2.0, as in 1.1.2.',
    violates: ['KFRO-046'],
    replaces: { readPeriod: at(['relationships'], withoutDate(queryNames.from), readPeriod) },
  },
  'to-date-optional-in-2': {
    story: 'toDate may be left out in 2.0, as in 1.1.2.',
    violates: ['KFRO-046'],
    replaces: { readPeriod: at(['relationships'], withoutDate(queryNames.to), readPeriod) },
  },
  'lower-case-owners-only': {
    story: 'onlyPrimaryOwner is true or false in lower case alone.',
    violates: ['KFRO-047'],
    replaces: {
      readOwnership: (site) => {
        const usual = handlers.readOwnership(site)
        return (request, response, next) => {
          const given = queryOf(request, queryNames.onlyPrimaryOwner) ?? ''
          return /[A-Z]/.test(given) && parseOnlyPrimaryOwner(given) !== null
            ? refuse(site, response, 'invalid', 'onlyPrimaryOwner in capitals')
            : usual(request, response, next)
        }
      },
    },
  },
  'takes-any-ownership': {
    story: 'Whatever else stands in onlyPrimaryOwner is false.',
    violates: ['KFRO-047'],
    replaces: {
      readOwnership: (site) => {
        const usual = handlers.readOwnership(site)
        return (request, response, next) => {
          const given = queryOf(request, queryNames.onlyPrimaryOwner)
          if (given === undefined || parseOnlyPrimaryOwner(given) !== null) return usual(request, response, next)
          contextOf(response).found.onlyPrimaryOwner = false
          return next()
        }
      },
    },
  },
  'shows-brreg-everything': {
    story: 'Konkursregisteret may ask without onlyPrimaryOwner, or with FALSE.',
    violates: ['KFRO-051'],
    replaces: { limitToOwners: pass },
  },
  'takes-any-mandate': {
    story: 'Whatever stands in Legal-Mandate is good.',
    violates: ['KFRO-052'],
    settings: { mandates: {} },
  },
  'compares-mandates-encoded': {
    story: 'Legal-Mandate is compared as it stands there, percent-encoded.',
    violates: ['KFRO-052', 'KFRO-056'],
    replaces: {
      requireMandate: (site) => {
        const usual = requireMandate(site)
        return (request, response, next) => {
          const given = headerOf(request, headerNames.mandate)
          const agreed = site.settings.mandates[need(response, 'organisation')]
          const isDecoded = given !== undefined && agreed?.includes(parseLegalMandate(given) ?? '') === true
          return isDecoded
            ? refuse(site, response, 'forbidden', 'a mandate that is none, as it stands there')
            : usual(request, response, next)
        }
      },
    },
  },
  'forgets-early': {
    story: 'What ended five years ago is erased.',
    violates: ['KFRO-053'],
    settings: { years: 5 },
  },
  'never-forgets': {
    story: 'What has ended is kept for ever.',
    violates: ['KFRO-053'],
    settings: { years: 1000 },
  },
  'fails-on-bad-questions': {
    story: 'A CustomerID that is none is answered 500, to agencies.',
    violates: ['KFRO-054'],
    replaces: {
      requireCustomer: at(
        ['relationships'],
        (site) => {
          const usual = requireCustomer(site)
          return (request, response, next) =>
            /^(?:\d{9}|\d{11})$/.test(headerOf(request, headerNames.customer) ?? '')
              ? usual(request, response, next)
              : refuse(site, response, 'internal', 'no customer number')
        },
        requireCustomer,
      ),
    },
  },
  'takes-any-period': {
    story: 'Dates of agencies that are none, or stand in the wrong order, are those of today.',
    violates: ['KFRO-054'],
    replaces: {
      readPeriod: at(
        ['relationships'],
        (site, inner) => {
          const [usual, lenient] = [readPeriod(site), takingAnyPeriod(site, inner)]
          return (request, response, next) => {
            const isThere = [queryNames.from, queryNames.to].every((name) => queryOf(request, name) !== undefined)
            return (isThere ? lenient : usual)(request, response, next)
          }
        },
        readPeriod,
      ),
    },
  },
  'serves-json-to-everybody': {
    story: 'Who accepts no JSON gets it all the same.',
    violates: ['KFRO-054'],
    replaces: { acceptJson: at(['relationships'], pass, acceptJson) },
  },
  'part-of-an-answer': {
    story: 'While KAR does not answer, what the register itself knows is told as if it were all.',
    violates: ['KFRO-055'],
    replaces: {
      requireKar: pass,
      listRelations: (site, inner) => {
        const [usual, alone] = [
          listRelations(site, inner),
          listRelations({ ...site, kar: { ...site.kar, find: () => [] } }, inner),
        ]
        return (request, response, next) => (site.moods.is('kar-outage') ? alone : usual)(request, response, next)
      },
    },
  },
})
