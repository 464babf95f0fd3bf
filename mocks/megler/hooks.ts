import express, { type ErrorRequestHandler, type Express } from 'express'
import { violationsOf } from '../../contracts/altinn-broker/schemas.ts'
import { eventPrefix, validationType } from '../../contracts/altinn-broker/statuses.ts'
import { type CloudEvent, organisationUrn } from '../../contracts/altinn-broker/wire.ts'
import { recordTraffic, say, type Traffic } from '../http/traffic.ts'

/** Where the megler hears of what happens to its transfers: one webhook for all its offices. */

export const hookPath = '/hendelser'

/** What an event says, in the megler's own words. */
export interface News {
  /** Without the prefix: `published`, `downloadconfirmed`. */
  readonly type: string
  readonly role: 'Sender' | 'Recipient'
  readonly fileTransferId: string
  /** Whom it is for. */
  readonly organisationNumber: string
}

export interface HooksOptions {
  readonly traffic: Traffic
  readonly now: () => number
  /** Answered first: whoever tells is not kept waiting for what is done about it. */
  readonly onNews: (news: News) => void
}

export function createHooks({ traffic, now, onNews }: HooksOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use(recordTraffic(traffic, 'megler', now))
  app.post(hookPath, express.json({ type: () => true, limit: '64kb' }), ({ body }, response) => {
    const news = newsIn(body)
    say(response, news === null ? toldOther(body) : `is told: ${news.type}`)
    response.status(violationsOf('event', body).length === 0 ? 200 : 400).end()
    if (news !== null) onNews(news)
  })
  app.use((_request, response) => {
    say(response, `there is nothing here; events go to ${hookPath}`)
    response.status(404).end()
  })
  app.use(unreadable)
  return app
}

function newsIn(body: unknown): News | null {
  if (violationsOf('event', body).length > 0) return null
  const { type, subject, resourceinstance, data } = body as CloudEvent
  const isOurs = type.startsWith(eventPrefix) && subject?.startsWith(organisationUrn) === true
  if (!isOurs || resourceinstance === undefined || data === undefined) return null
  return {
    type: type.slice(eventPrefix.length),
    role: data.Role,
    fileTransferId: resourceinstance,
    organisationNumber: subject.slice(organisationUrn.length),
  }
}

const toldOther = (body: unknown) =>
  (body as Partial<CloudEvent> | null)?.type === validationType ? 'is validated' : 'is told what it cannot read'

const unreadable: ErrorRequestHandler = (error: { readonly status?: number }, _request, response, _next) => {
  response.status(error.status ?? 500).end()
}
