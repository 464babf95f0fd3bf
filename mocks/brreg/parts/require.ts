import type { RequestHandler } from 'express'
import { say } from '../../http/traffic.ts'
import { contextOf } from '../context.ts'

/** A certificate of an accepted issuer, in its dates (KV-001, KV-002). */
export const requireCertificate = (): RequestHandler => (_request, response, next) => {
  const { tls, services } = contextOf(response)
  if (tls.certificate?.trusted === true) {
    next()
    return
  }
  say(response, tls.certificate === null ? 'no client certificate' : 'a client certificate that is not accepted')
  services.refuse(response, 403)
}

/** Of an organisation that Konkursregisteret has let in (KV-003). */
export const requireAdmission = (): RequestHandler => (_request, response, next) => {
  const { tls, services } = contextOf(response)
  const number = tls.certificate?.organisationNumber ?? null
  if (number !== null && (services.admitted === null || services.admitted.has(number))) {
    next()
    return
  }
  say(response, number === null ? 'no organisation number in the certificate' : 'an organisation that is not admitted')
  services.refuse(response, 403)
}
