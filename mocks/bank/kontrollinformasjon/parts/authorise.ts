import type { RequestHandler } from 'express'
import { consumerOrganisationNumber, scope } from '../../../../contracts/kontrollinformasjon/profile.ts'
import { contextOf, need } from '../context.ts'
import { refusals } from '../refusal.ts'
import { consumerOf, hasScope } from '../token/claims.ts'

/** What a trusted token entitles to: the scope of the service, and Brønnøysundregistrene as consumer (catalogue 5.1, 6.2). */
export const authorise = (): RequestHandler => (_request, response, next) => {
  const context = contextOf(response)
  const claims = need(context, 'claims')
  if (!hasScope(claims, scope)) throw refusals.forbidden('The access token does not hold the scope of this service')
  const consumer = consumerOf(claims)
  if (consumer !== consumerOrganisationNumber) throw refusals.forbidden('The consumer may not use this service')
  context.found.consumer = consumer
  next()
}
