import type { Request, RequestHandler, Response } from 'express'
import { parseIsoDate } from '../../../contracts/calendar.ts'
import { parseNationalIdentityNumber } from '../../../contracts/identity/national-identity-number.ts'
import { parseOrganisationNumber } from '../../../contracts/identity/organisation-number.ts'
import { headerNames, queryNames } from '../../../contracts/kfr/operations.ts'
import {
  type CustomerNumber,
  isUuid,
  parseAccountId,
  parseCustomerNumber,
  parseOnlyPrimaryOwner,
} from '../../../contracts/kfr/wire.ts'
import { contextOf, type Site } from '../context.ts'
import { refuse } from '../refuse.ts'
import { headerOf } from './entrance.ts'

/** What stands in headers and in the query, read and looked at. */

export const requireCustomer =
  (site: Site): RequestHandler =>
  (request, response, next) => {
    const { problems, found } = contextOf(response)
    const given = headerOf(request, headerNames.customer)
    const read = parseCustomerNumber(given)
    if (read.ok && (!site.settings.checksDigits || hasCheckDigits(read.value))) {
      found.customer = read.value
      next()
      return
    }
    problems.add(given === undefined ? 'customer-missing' : 'customer-malformed')
    refuse(site, response, 'customer', given === undefined ? 'no CustomerID' : 'CustomerID is no customer number')
  }

export const hasCheckDigits = (number: CustomerNumber): boolean =>
  number.length === 9 ? parseOrganisationNumber(number).ok : parseNationalIdentityNumber(number).ok

export const requireAccount =
  (site: Site): RequestHandler =>
  (request, response, next) => {
    const read = parseAccountId(headerOf(request, headerNames.account))
    if (read.ok) {
      contextOf(response).found.account = read.value
      next()
    } else refuse(site, response, 'account', 'AccountID is no account number')
  }

/** Without dates it is today; in 2.0 both have to be there. */
export const readPeriod =
  (site: Site): RequestHandler =>
  (request, response, next) => {
    const context = contextOf(response)
    const today = site.today()
    const isRequired = context.asked.version === '2.0' && context.asked.operation === 'relationships'
    const dayIn = (name: string) => {
      const given = queryOf(request, name)
      if (given === undefined) return isRequired ? null : today
      const read = parseIsoDate(given)
      return read.ok ? read.value : null
    }
    const [from, to] = [dayIn(queryNames.from), dayIn(queryNames.to)]
    context.period = { from, to }
    if (from === null || to === null) context.problems.add('dates-not-iso')
    if (from === null || to === null || from > to) {
      refuse(site, response, 'date', 'no period from an earlier day to a later one')
      return
    }
    context.found.period = { from, to }
    next()
  }

/** One text, or undefined; a parameter that stands there twice is none that could be read. */
export function queryOf({ originalUrl }: Request, name: string): string | undefined {
  const given = new URLSearchParams(originalUrl.split('?')[1] ?? '').getAll(name)
  return given.length > 1 ? '' : given[0]
}

/** A parameter of 2.0. */
export const readOwnership =
  (site: Site): RequestHandler =>
  (request, response, next) => {
    const { asked, found } = contextOf(response)
    const given = asked.version === '2.0' ? queryOf(request, queryNames.onlyPrimaryOwner) : undefined
    const read = given === undefined ? null : parseOnlyPrimaryOwner(given)
    if (given !== undefined && read === null) {
      refuse(site, response, 'invalid', 'onlyPrimaryOwner is neither true nor false')
      return
    }
    found.onlyPrimaryOwner = read
    next()
  }

/** Ids of the question. What is there is looked at; what has to be there depends on the version. */
export const requireIds =
  (site: Site): RequestHandler =>
  (request, response, next) => {
    const { asked } = contextOf(response)
    const isNew = asked.version === '2.0'
    const required = {
      [headerNames.correlation]: isNew || asked.operation === 'provider',
      [headerNames.inquiry]: isNew,
    }
    const wrong = Object.entries(required).find(([name, must]) => {
      const given = headerOf(request, name)
      return given === undefined ? must : !isUuid(given)
    })
    if (wrong === undefined) next()
    else refuse(site, response, 'invalid', `${wrong[0]} is no UUID`)
  }

/** Takes the customer of a request for what is told of it, whether the register reads it or not. */
export function customerIn(request: Request, _response: Response): CustomerNumber | null {
  const read = parseCustomerNumber(headerOf(request, headerNames.customer))
  return read.ok ? read.value : null
}
