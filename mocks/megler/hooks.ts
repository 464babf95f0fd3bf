import express, { type ErrorRequestHandler, type Express } from 'express'
import { validationType } from '../../contracts/altinn-broker/statuses.ts'
import type { CloudEvent } from '../../contracts/altinn-broker/wire.ts'
import { isEvent, type News, newsIn } from '../altinn-client/news.ts'
import { recordTraffic, say, type Traffic } from '../http/traffic.ts'

/** Where the megler hears of what happens to its transfers: one webhook for all its offices. */

export const hookPath = '/hendelser'

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
    response.status(isEvent(body) ? 200 : 400).end()
    if (news !== null) onNews(news)
  })
  app.use((_request, response) => {
    say(response, `there is nothing here; events go to ${hookPath}`)
    response.status(404).end()
  })
  app.use(unreadable)
  return app
}

const toldOther = (body: unknown) =>
  (body as Partial<CloudEvent> | null)?.type === validationType ? 'is validated' : 'is told what it cannot read'

const unreadable: ErrorRequestHandler = (error: { readonly status?: number }, _request, response, _next) => {
  response.status(error.status ?? 500).end()
}
