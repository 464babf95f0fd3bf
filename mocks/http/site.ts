import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express'
import type { Messages } from './messages.ts'
import { say } from './traffic.ts'

/** What the sites of public parties have in common. What they say when they refuse is each party's own. */

/** An application without the headers of its framework; of requests and answers that a server makes for it, if it does. */
export function newApp(messages?: Messages): Express {
  const app = express()
  if (messages !== undefined) adopt(app, messages)
  app.disable('x-powered-by')
  app.disable('etag')
  return app
}

function adopt(app: Express, { IncomingMessage, ServerResponse }: Messages): void {
  app.request = Object.assign(IncomingMessage.prototype as Express['request'], { app })
  app.response = Object.assign(ServerResponse.prototype as Express['response'], { app })
}

/** The same, with paths letter for letter. */
export function newExactApp(): Express {
  const app = newApp()
  app.enable('strict routing')
  app.enable('case sensitive routing')
  return app
}

/** Whatever has another method is refused, with `Allow` set. HEAD goes wherever GET does. */
export const onlyMethods =
  (methods: readonly string[], refuse: (response: Response) => void): RequestHandler =>
  ({ method }, response, next) => {
    if (methods.includes(method === 'HEAD' ? 'GET' : method)) next()
    else refuse(response.setHeader('Allow', methods.join(', ')))
  }

export const outOfService =
  (isOut: () => boolean, refuse: (response: Response) => void): RequestHandler =>
  (_request, response, next) => {
    if (!isOut()) {
      next()
      return
    }
    say(response, 'out of service on purpose')
    refuse(response)
  }

/** What the framework refuses by itself, such as a path that cannot be percent-decoded, in the form of the party. */
export const unreadable =
  (refuse: (response: Response, status: number) => void): ErrorRequestHandler =>
  (error: { readonly status?: number }, _request, response, _next) =>
    refuse(response, error.status ?? 500)
