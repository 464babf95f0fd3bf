import type { Express, RequestHandler, Response } from 'express'
import { newExactApp, onlyMethods, outOfService, unreadable } from '../http/site.ts'
import { slowly } from '../http/slowly.ts'
import { recordTraffic, say, type Traffic } from '../http/traffic.ts'
import { participantDocument, processDocument } from './documents.ts'
import { type Identifier, type Publications, roles } from './publications.ts'
import { locatorVerdict, nothingHere, publisherVerdict } from './verdicts.ts'

export interface SiteState {
  outage: boolean
  unknownParticipant: boolean
}

/** How the party is from its start, and stays; the controls do not change it. */
export interface CertPubBehaviour {
  /** Whether the locator's answer ends with a slash. Published samples exist with and without. Default: without. */
  readonly trailingSlash?: boolean
  /** Further interface keys in the locator's answer, which a client must ignore; they stand before ours. */
  readonly otherInterfaces?: Readonly<Record<string, string>>
  readonly outage?: boolean
  readonly unknownParticipant?: boolean
  /** Milliseconds before every answer. */
  readonly slowMs?: number
  /** The publisher answers 302 with this address, which no client may follow blindly (CP-17). */
  readonly redirectTo?: string
}

interface Site {
  readonly publications: Publications
  readonly state: SiteState
  readonly behaviour: CertPubBehaviour
  readonly traffic: Traffic
  /** Interface keys of the locator's answer. */
  readonly interfaces: Readonly<Record<string, string>>
}

export const locatorBase = '/locator'
export const publisherBase = '/publisher'

/** Locator and publisher on one socket, under two base paths. Both are read only (catalogue 2). */
export function createSite(site: Site): Express {
  const app = newExactApp()
  const { state, behaviour } = site
  const isOut = () => state.outage || behaviour.outage === true
  app.use(
    recordTraffic(site.traffic, 'certpub'),
    onlyMethods(['GET'], (response) => answer(response, 405, 'Only GET is allowed')),
    outOfService(isOut, (response) => answer(response, 503, 'Temporarily out of service')),
    knowNobodyOnDemand(site),
    slowly(behaviour.slowMs ?? 0),
  )
  app.use(publisherBase, redirectOnDemand(site))
  app.get(`${locatorBase}/lookup/v2/:participant`, locate(site))
  app.get(`${publisherBase}/api/v1/:participant`, listProcesses(site))
  app.get(`${publisherBase}/api/v1/:participant/:process`, giveCertificates(site))
  app.get(`${publisherBase}/api/v1/:participant/:process/:role`, giveCertificates(site))
  app.use(({ path }, response) => {
    say(response, nothingHere(path))
    notFound(response)
  })
  app.use(unreadable((response, status) => answer(response, status, 'The request could not be read')))
  return app
}

const locate =
  ({ publications, interfaces }: Site): RequestHandler<{ participant: string }> =>
  ({ params }, response) => {
    const participant = identifier(params.participant, /^[\w:-]+$/)
    say(response, locatorVerdict(participant, publications))
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
    say(response, publisherVerdict({ participant, process: null, role: null }))
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
    say(response, publisherVerdict({ participant, process, role: params.role ?? null }))
    if (!found) notFound(response)
    else sendXml(response, processDocument(found, params.role !== undefined))
  }

/** `scheme::value`; the path is already percent-decoded, so raw and encoded colons are the same here. */
function identifier(text: string, pattern = /^\S+$/): Identifier | null {
  const [, scheme, value] = /^([\w-]+)::(.+)$/.exec(text) ?? []
  return scheme !== undefined && value !== undefined && pattern.test(value) ? { scheme, value } : null
}

const knowNobodyOnDemand =
  ({ state, behaviour }: Site): RequestHandler =>
  (_request, response, next) => {
    if (!state.unknownParticipant && behaviour.unknownParticipant !== true) {
      next()
      return
    }
    say(response, 'knows nobody on purpose')
    notFound(response)
  }

const redirectOnDemand =
  ({ behaviour: { redirectTo } }: Site): RequestHandler =>
  (_request, response, next) => {
    if (redirectTo === undefined) {
      next()
      return
    }
    say(response, 'leads elsewhere on purpose')
    answer(response.setHeader('Location', redirectTo), 302, 'Found')
  }

const sendXml = (response: Response, text: string) => response.type('application/xml;charset=UTF-8').send(text)

const notFound = (response: Response) => answer(response, 404, 'Not found')

const answer = (response: Response, status: number, text: string) => {
  response.status(status).type('text/plain').send(`${text}\n`)
}
