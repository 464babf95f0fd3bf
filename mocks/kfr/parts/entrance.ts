import type { Request, RequestHandler, Response } from 'express'
import { organisationNumberOf } from '../../../contracts/altinn-broker/wire.ts'
import { headerNames, operations, relationshipType } from '../../../contracts/kfr/operations.ts'
import { isUuid } from '../../../contracts/kfr/wire.ts'
import { slowly } from '../../http/slowly.ts'
import { contextOf, need, type Site } from '../context.ts'
import { refuse } from '../refuse.ts'
import { tokenSeen } from '../token-seen.ts'

/** Who may come in, and with which ids (catalogue, 7.1 and 7.2). */

/** The first part of every operation: nothing, unless somebody puts something there. */
export const pass = (): RequestHandler => (_request, _response, next) => next()

/** As long as it was ordered. */
export const wait =
  ({ moods }: Site): RequestHandler =>
  (request, response, next) =>
    slowly(moods.delayMs())(request, response, next)

export const failOnOutage =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    if (site.moods.is('outage')) refuse(site, response, 'unavailable', 'out of service on purpose')
    else next()
  }

export const headerOf = ({ headers }: Request, name: string): string | undefined => {
  const value = headers[name.toLowerCase()]
  return Array.isArray(value) ? value.join(',') : value
}

/** The id of the request stands on every answer to a report (KFRO-022), unless it may be somebody's number (KFRO-025). */
export const correlate = (): RequestHandler => (request, response, next) => {
  const given = headerOf(request, headerNames.correlation)
  if (given === undefined) contextOf(response).problems.add('correlation-id-missing')
  else if (!isUuid(given)) contextOf(response).problems.add('correlation-id-malformed')
  if (given !== undefined && (isUuid(given) || /^(?!.*\d{5})[\w-]{1,64}$/.test(given)))
    response.setHeader(headerNames.correlation, given)
  next()
}

export const authenticate =
  (site: Site): RequestHandler =>
  async (request, response, next) => {
    const { authorization = '' } = request.headers
    const isBare = site.settings.takesBareTokens && /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(authorization)
    const caller = await site.readCaller(isBare ? `Bearer ${authorization}` : request.headers.authorization)
    const context = contextOf(response)
    context.token = tokenSeen(request.headers.authorization, typeof caller !== 'string', site.tokenTime())
    if (typeof caller === 'string') {
      refuse(site, response, 'unauthenticated', caller)
      return
    }
    context.found.caller = caller
    next()
  }

/** The organisation that `consumer` names, whoever's client it is (FAQ2). */
export const identify = (): RequestHandler => (_request, response, next) => {
  contextOf(response).found.organisation = organisationNumberOf(need(response, 'caller').vendor)
  next()
}

/** Each operation has its own scope, and no other will do. */
export const requireScope =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    const { operation } = contextOf(response).asked
    const wanted = operations[operation ?? 'add'].scope
    if (need(response, 'caller').scopes.has(wanted)) next()
    else refuse(site, response, 'forbidden', `the token lacks the scope ${wanted}`)
  }

/** Everybody is authenticated by virksomhetssertifikat (AGR 5.1), which Maskinporten says of its client. */
export const requireCertificate =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    if (need(response, 'caller').claims.client_amr === 'virksomhetssertifikat') next()
    else refuse(site, response, 'forbidden', 'the client of the token has shown no virksomhetssertifikat')
  }

export const requireOwnInstitution =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    const { asked, problems } = contextOf(response)
    if (asked.institution === need(response, 'organisation')) next()
    else {
      problems.add('institution-of-another')
      refuse(site, response, 'of-another', 'the institution of the address is not that of the token')
    }
  }

export const requireAdmission =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    const organisation = need(response, 'organisation')
    if (site.institutions.get(organisation)?.reports === true) next()
    else refuse(site, response, 'forbidden', `${organisation} has not been let in as a reporter`)
  }

export const requireCorrelationId =
  (site: Site): RequestHandler =>
  (request, response, next) => {
    if (isUuid(headerOf(request, headerNames.correlation))) next()
    else refuse(site, response, 'invalid', 'CorrelationID is no UUID')
  }

export const requireType =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    const { asked, problems } = contextOf(response)
    if (asked.type === relationshipType) next()
    else {
      problems.add('type-unknown')
      refuse(site, response, 'type', `the only type is ${relationshipType}`)
    }
  }

export const onlyItsMethod =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    const { methodFits, operation } = contextOf(response).asked
    if (methodFits) next()
    else {
      response.setHeader('Allow', operation === 'add' ? 'POST, DELETE' : operations[operation ?? 'own'].method)
      refuse(site, response, 'method', 'another method')
    }
  }

/** Of the address, which is the caller's own where `requireOwnInstitution` has looked. */
export const institutionOf = (response: Response): string => contextOf(response).asked.institution ?? ''
