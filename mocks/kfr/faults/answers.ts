import { randomUUID } from 'node:crypto'
import { headerNames } from '../../../contracts/kfr/operations.ts'
import { need } from '../context.ts'
import { handlers } from '../parts.ts'
import { defineFaults, reports, rewriting, withBody } from './change.ts'

/** KFRO-022 to KFRO-025: what every answer to a report has. */

const { correlate, end } = handlers

const isError = (status: number) => status >= 400

export const answerFaults = defineFaults({
  'ids-of-its-own': {
    story: 'Answers to reports have a CorrelationID that the register has made up.',
    violates: ['KFRO-022'],
    replaces: {
      correlate: () => {
        const usual = correlate()
        return (request, response, next) =>
          usual(request, response, () => {
            response.setHeader(headerNames.correlation, randomUUID())
            next()
          })
      },
    },
  },
  'no-ids-on-errors': {
    story: 'Errors bear no CorrelationID.',
    violates: ['KFRO-022'],
    replaces: {
      correlate: () => {
        const usual = correlate()
        return (request, response, next) => {
          const { end: leave } = response
          response.end = function endWithoutId(this: typeof response, ...given: unknown[]) {
            if (isError(response.statusCode)) response.removeHeader(headerNames.correlation)
            return Reflect.apply(leave, this, given)
          } as typeof leave
          usual(request, response, next)
        }
      },
    },
  },
  'html-for-not-found': {
    story: 'The 404 of a relationship that is not there is a page.',
    violates: ['KFRO-023', 'KFRO-017'],
    replaces: {
      pass: rewriting((leaving, operation) =>
        operation === 'end' && leaving.status === 404
          ? { status: 404, text: '<!DOCTYPE html><h1>Not found</h1>', type: 'text/html;charset=UTF-8' }
          : leaving,
      ),
    },
  },
  'errors-in-other-words': {
    story:
      'Errors have texts of their own, more members than are published, and times of Oslo with a fraction (KFRO-023).',
    violates: [],
    replaces: {
      pass: rewriting((leaving) =>
        leaving.text.startsWith('{"errorCode"')
          ? withBody(leaving, (body) => ({
              timestamp: `${new Date(Date.now() + 3_600_000).toISOString().slice(0, 23)}+01:00`,
              errorCode: body.errorCode,
              errorMessage: 'Forespørselen kan ikke behandles',
              path: null,
              details: [],
            }))
          : leaving,
      ),
    },
  },
  'errors-without-timestamp': {
    story: 'Errors of reports have no timestamp.',
    violates: ['KFRO-023'],
    replaces: {
      pass: rewriting((leaving, operation) =>
        isError(leaving.status) && reports.some((name) => name === operation)
          ? withBody(leaving, ({ timestamp: _timestamp, ...body }) => body)
          : leaving,
      ),
    },
  },
  'invents-codes': {
    story: 'Errors that no document gives a code have codes of nobody’s list.',
    violates: ['KFRO-024'],
    replaces: {
      pass: rewriting((leaving) =>
        [405, 406, 413, 503, 504].includes(leaving.status)
          ? withBody(leaving, (body) => ({ ...body, errorCode: `KFR-${leaving.status}` }))
          : leaving,
      ),
    },
  },
  'repeats-the-customer': {
    story: 'The text of an error repeats the CustomerID that it is about.',
    violates: ['KFRO-025'],
    replaces: {
      end: (site, inner) => {
        const usual = end(site, inner)
        return (request, response, next) => {
          const { end: leave } = response
          const customer = need(response, 'customer')
          response.end = function endWithCustomer(this: typeof response, given?: unknown) {
            const text = typeof given === 'string' ? given.replace('not found', `${customer} not found`) : given
            return Reflect.apply(leave, this, [text])
          } as typeof leave
          usual(request, response, next)
        }
      },
    },
  },
})
