import { IncomingMessage, ServerResponse } from 'node:http'
import express from 'express'

/** What a server makes of what comes in, and what it answers with. */
export interface Messages {
  readonly IncomingMessage: typeof IncomingMessage
  readonly ServerResponse: typeof ServerResponse
  /** A request without a body has ended when it comes: who reads bodies by events would wait for its end in vain. */
  readonly optimizeEmptyRequests: boolean
}

/**
 * Those of an application that does not exist yet. Express gives each request and each answer the prototype of the
 * application that takes it; whoever is born with that prototype is left as it is, which saves about a fifteenth of a
 * plain answer of the reference bank. Its parts look at the headers before they read a body, so empty ones need no events.
 */
export function expressMessages(): Messages {
  class Asked extends IncomingMessage {}
  class Answered extends ServerResponse {}
  Object.setPrototypeOf(Asked.prototype, express.request)
  Object.setPrototypeOf(Answered.prototype, express.response)
  return { IncomingMessage: Asked, ServerResponse: Answered as typeof ServerResponse, optimizeEmptyRequests: true }
}
