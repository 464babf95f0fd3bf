import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express'
import { recordTraffic, type Traffic } from '../http/traffic.ts'
import { participantDocument, processDocument } from './documents.ts'
import { type Identifier, type Publications, roles } from './publications.ts'

export interface SiteState {
  outage: boolean
  unknownParticipant: boolean
}

export interface Site {
  readonly publications: Publications
  readonly state: SiteState
  readonly traffic: Traffic
  /** Interface keys of the locator's answer. */
  readonly interfaces: Readonly<Record<string, string>>
}

export const locatorBase = '/locator'
export const publisherBase = '/publisher'

/** Locator and publisher on one socket, under two base paths. Both are read only (catalogue 2). */
export function createSite(site: Site): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('strict routing', true)
  app.set('case sensitive routing', true)
  app.use(recordTraffic(site.traffic, 'certpub'), onlyGet, failOnDemand(site))
  app.get(`${locatorBase}/lookup/v2/:participant`, locate(site))
  app.get(`${publisherBase}/api/v1/:participant`, listProcesses(site))
  app.get(`${publisherBase}/api/v1/:participant/:process`, giveCertificates(site))
  app.get(`${publisherBase}/api/v1/:participant/:process/:role`, giveCertificates(site))
  app.use((_request, response) => notFound(response))
  app.use(badRequest)
  return app
}

const locate =
  ({ publications, interfaces }: Site): RequestHandler<{ participant: string }> =>
  ({ params }, response) => {
    const participant = identifier(params.participant, /^[\w:-]+$/)
    // The patterns of both parts are documented; which status a text outside them gets is our choice.
    if (participant === null) answer(response, 400, 'Write the participant as qualifier::identifier')
    else if (publications.of(participant).length === 0) notFound(response)
    else response.json(interfaces)
  }

const listProcesses =
  ({ publications }: Site): RequestHandler<{ participant: string }> =>
  ({ params }, response) => {
    const participant = identifier(params.participant)
    const found = participant === null ? [] : publications.of(participant)
    if (participant === null || found.length === 0) notFound(response)
    else sendXml(response, participantDocument(participant, found))
  }

const giveCertificates =
  ({ publications }: Site): RequestHandler<{ participant: string; process: string; role?: string }> =>
  ({ params }, response) => {
    const participant = identifier(params.participant)
    const process = identifier(params.process)
    const role = roles.find((name) => name === (params.role ?? 'REQUEST'))
    const found = participant && process && role && publications.find(participant, process, role)
    if (!found) notFound(response)
    else sendXml(response, processDocument(found, params.role !== undefined))
  }

/** `scheme::value`; the path is already percent-decoded, so raw and encoded colons are the same here. */
function identifier(text: string, pattern = /^\S+$/): Identifier | null {
  const [, scheme, value] = /^([\w-]+)::(.+)$/.exec(text) ?? []
  return scheme !== undefined && value !== undefined && pattern.test(value) ? { scheme, value } : null
}

const failOnDemand =
  ({ state }: Site): RequestHandler =>
  (_request, response, next) => {
    if (state.outage) answer(response, 503, 'Temporarily out of service')
    else if (state.unknownParticipant) notFound(response)
    else next()
  }

const onlyGet: RequestHandler = ({ method }, response, next) => {
  if (method === 'GET' || method === 'HEAD') next()
  else answer(response.setHeader('Allow', 'GET'), 405, 'Only GET is allowed')
}

const sendXml = (response: Response, text: string) => response.type('application/xml;charset=UTF-8').send(text)

const notFound = (response: Response) => answer(response, 404, 'Not found')

const answer = (response: Response, status: number, text: string) => {
  response.status(status).type('text/plain').send(`${text}\n`)
}

/** A path that cannot be percent-decoded ends here, and so does whatever else the framework refuses. */
const badRequest: ErrorRequestHandler = (error: { readonly status?: number }, _request, response, _next) =>
  answer(response, error.status ?? 500, 'The request could not be read')
