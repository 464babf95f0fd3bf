import express, { type RequestHandler } from 'express'
import { violationsOf } from '../../../contracts/altinn-broker/schemas.ts'
import { organisationNumberOf, organisationUrn } from '../../../contracts/altinn-broker/wire.ts'
import { requireCallable } from '../../http/outgoing.ts'
import { say } from '../../http/traffic.ts'
import { need, type Site } from '../context.ts'
import { refuseMembers, refusePlainly } from '../refuse.ts'
import type { Subscription } from '../subscriptions.ts'
import { moment } from '../transfer.ts'
import { nameOf } from './entrance.ts'

/**
 * Who wants events registers a webhook at Altinn Events, which the broker stands in for: POST, GET and DELETE of
 * `/events/api/v1/subscriptions`. Both filters have to be given; whoever is no service owner gets its own events only.
 */

interface Wanted {
  readonly endPoint: string
  readonly resourceFilter?: string | null
  readonly subjectFilter?: string | null
  readonly alternativeSubjectFilter?: string | null
  readonly typeFilter?: string | null
}

const body = express.json({ type: () => true, limit: '64kb' })

export const takeSubscription = (): RequestHandler => (request, response, next) => {
  if (request.is('application/json')) body(request, response, next)
  else refusePlainly(response, 415, 'the body has to be application/json')
}

export const subscribe =
  ({ clock, ledger, office }: Site): RequestHandler =>
  (request, response) => {
    const caller = need(response, 'caller')
    const wrongs = violationsOf('subscribe', request.body)
    if (wrongs.length > 0) {
      refuseMembers(response, Object.fromEntries(wrongs.map(({ member, must }) => [member || 'body', [must]])))
      return
    }
    const wanted = request.body as Wanted
    const subjectFilter = subjectOf(wanted)
    const objection = objectionTo(wanted, subjectFilter, organisationUrn + organisationNumberOf(caller.party))
    if (objection !== null) {
      refusePlainly(response, 400, objection)
      return
    }
    const { endPoint, resourceFilter, typeFilter = null } = wanted
    const known = [...ledger.subscriptions.values()].find(
      (one) =>
        one.consumer === caller.party &&
        one.endPoint === endPoint &&
        one.resourceFilter === resourceFilter &&
        one.typeFilter === typeFilter,
    )
    const subscription: Subscription = known ?? {
      id: Math.max(0, ...ledger.subscriptions.keys()) + 1,
      endPoint,
      resourceFilter: resourceFilter ?? '',
      subjectFilter: subjectFilter ?? '',
      typeFilter,
      consumer: caller.party,
      created: clock.now(),
      validated: false,
    }
    // Whoever has mended the endpoint need not wait until it is probed again by itself.
    if (!subscription.validated) office.subscribe(subscription)
    const before = subscription.validated ? '' : ', and its endpoint is probed once more'
    const said = known === undefined ? 'subscribes to events' : `has this subscription already${before}`
    say(response, `${nameOf(caller)} ${said}`)
    response.status(known === undefined ? 201 : 200).json(shown(subscription))
  }

/** Older clients name the subject as `/organisation/` and nine digits, in a member of its own. */
const subjectOf = ({ subjectFilter, alternativeSubjectFilter }: Wanted): string | null =>
  subjectFilter ?? alternativeSubjectFilter?.replace(/^\/organisation\//, organisationUrn) ?? null

function objectionTo(wanted: Wanted, subject: string | null, own: string): string | null {
  if (!wanted.resourceFilter) return 'resourceFilter must be given: urn:altinn:resource: and the resource id'
  if (subject !== own) return `subjectFilter must be the caller's own: ${own}`
  try {
    requireCallable(wanted.endPoint)
    return null
  } catch (error) {
    return `endPoint cannot be used: ${(error as Error).message}`
  }
}

export const listSubscriptions =
  ({ ledger }: Site): RequestHandler =>
  (_request, response) => {
    const { party } = need(response, 'caller')
    const own = [...ledger.subscriptions.values()].filter(({ consumer }) => consumer === party)
    response.json({ count: own.length, subscriptions: own.map(shown) })
  }

const ownOne = ({ ledger }: Site, id: string, party: string): Subscription | null => {
  const found = ledger.subscriptions.get(Number(id))
  return found?.consumer === party ? found : null
}

export const showSubscription =
  (site: Site): RequestHandler<{ id: string }> =>
  ({ params }, response) => {
    const found = ownOne(site, params.id, need(response, 'caller').party)
    if (found === null) refusePlainly(response, 404, 'there is no such subscription')
    else response.json(shown(found))
  }

export const unsubscribe =
  (site: Site): RequestHandler<{ id: string }> =>
  ({ params }, response) => {
    const caller = need(response, 'caller')
    const found = ownOne(site, params.id, caller.party)
    if (found === null) {
      refusePlainly(response, 404, 'there is no such subscription')
      return
    }
    site.ledger.commit({ unsubscribed: found.id })
    say(response, `${nameOf(caller)} subscribes no more`)
    response.end()
  }

const shown = ({ created, consumer, ...subscription }: Subscription) => ({
  ...subscription,
  consumer: `/organisation/${organisationNumberOf(consumer)}`,
  created: moment(created),
})
