import { randomUUID } from 'node:crypto'
import express, { type RequestHandler } from 'express'
import { violationsOf } from '../../../contracts/altinn-broker/schemas.ts'
import {
  type InitialiseRequest,
  organisationNumberOf,
  partyId,
  resourceIdOf,
} from '../../../contracts/altinn-broker/wire.ts'
import { say } from '../../http/traffic.ts'
import { contextOf, need, type Site } from '../context.ts'
import { initialise } from '../lifecycle.ts'
import type { ProblemNumber } from '../problems.ts'
import { refuse, refuseMembers, refusePlainly } from '../refuse.ts'
import type { ResourceSettings } from '../settings.ts'
import { may, nameOf } from './entrance.ts'
import { kindOf } from './transfer.ts'

/** The first of the two steps of sending (dsve.md 1.6, 1.7a). */

const jsonBody = express.text({ type: () => true, limit: '1mb' })

export const takeJson = (): RequestHandler => (request, response, next) => {
  if (!request.is('application/json')) {
    refusePlainly(response, 415, 'the body has to be application/json')
    return
  }
  jsonBody(request, response, (error) => {
    if (error) next(error)
    else requireShape(jsonOf(request.body), request, response, next)
  })
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

/** Puts a request on record as found, or says what is wrong with which member. */
export function requireShape(value: unknown, ...[, response, next]: Parameters<RequestHandler>): void {
  const wrongs = violationsOf('initialise', value)
  if (wrongs.length === 0) {
    contextOf(response).found.request = withoutNull(value as InitialiseRequest)
    next()
    return
  }
  const errors: Record<string, string[]> = {}
  for (const { member, must } of wrongs) errors[member || 'body'] = [...(errors[member || 'body'] ?? []), must]
  refuseMembers(response, errors)
}

/** A member that is null is the same as none. */
const withoutNull = (request: InitialiseRequest) =>
  Object.fromEntries(Object.entries(request).filter(([, value]) => value !== null)) as unknown as InitialiseRequest

/** Access before everything else, so that an unknown resource looks like a forbidden one (dsve.md 1.6). */
export const requireRights =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    const caller = need(response, 'caller')
    const request = need(response, 'request')
    const resource = site.settings.resources[resourceIdOf(request.resourceId)]
    const isOwn = partyId(request.sender) === caller.party
    if (resource === undefined || !isOwn || !may(site, caller, 'write')) {
      const why = isOwn ? undefined : `${nameOf(caller)} is not the sender ${organisationNumberOf(request.sender)}`
      refuse(response, 6, why)
      return
    }
    const problem = objection(request, resource) ?? storageObjection(site)
    if (problem !== null) refuse(response, problem)
    else {
      contextOf(response).found.resource = resource
      next()
    }
  }

function objection(request: InitialiseRequest, resource: ResourceSettings): ProblemNumber | null {
  const recipients = request.recipients.map(organisationNumberOf)
  const parties = [organisationNumberOf(request.sender), ...recipients]
  if (!resource.configured) return 25
  if (request.disableVirusScan === true && !resource.mayDisableVirusScan) return 20
  if (resource.requiredParty !== null && !parties.includes(resource.requiredParty)) return 26
  return recipients.every((recipient) => resource.accessList?.includes(recipient) ?? true) ? null : 28
}

const storageObjection = ({ files, settings }: Site): ProblemNumber | null =>
  files.used() < settings.storageBytes ? null : 21

export const initialiseTransfer =
  ({ clock, office }: Site): RequestHandler =>
  (_request, response, next) => {
    const resource = need(response, 'resource')
    const born = { id: randomUUID(), now: clock.now(), lifeMs: resource.lifeMs }
    const step = initialise(need(response, 'request'), born)
    office.record(step)
    contextOf(response).found.transfer = step.transfer
    const recipients = step.transfer.recipients.map(({ recipient }) => organisationNumberOf(recipient)).join(' and ')
    say(response, `${nameOf(need(response, 'caller'))} initialises ${kindOf(step.transfer)} for ${recipients}`)
    next()
  }

/** The last part of sending, in one step or in two. */
export const giveId = (): RequestHandler => (_request, response) => {
  response.json({ fileTransferId: need(response, 'transfer').id })
}
