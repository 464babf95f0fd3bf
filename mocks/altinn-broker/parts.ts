import type { RequestHandler } from 'express'
import type { Site } from './context.ts'
import { confirmDownload } from './parts/confirm.ts'
import { sendFile } from './parts/download.ts'
import * as entrance from './parts/entrance.ts'
import { exchangeToken } from './parts/exchange.ts'
import { takeForm } from './parts/form.ts'
import { giveId, initialiseTransfer, requireRights, takeJson } from './parts/initialise.ts'
import { type InnerMakers, type InnerParts, innerParts } from './parts/inner.ts'
import { search } from './parts/search.ts'
import { showDetails, showOverview } from './parts/show.ts'
import * as subscriptions from './parts/subscribe.ts'
import { findTransfer, requireEither, requireRecipient, requireSender } from './parts/transfer.ts'
import { takeBytes, takeFormFile } from './parts/upload.ts'

/** Every part of the broker by its name: what requests meet, and what is done inside. A fault replaces one of them. */

const { may: _may, nameOf: _nameOf, ...entranceParts } = entrance

export const handlers = {
  ...entranceParts,
  takeJson,
  takeForm,
  requireRights,
  initialiseTransfer,
  giveId,
  findTransfer,
  requireSender,
  requireRecipient,
  requireEither,
  takeBytes,
  takeFormFile,
  search,
  showOverview,
  showDetails,
  sendFile,
  confirmDownload,
  exchangeToken,
  takeSubscription: subscriptions.takeSubscription,
  subscribe: subscriptions.subscribe,
  listSubscriptions: subscriptions.listSubscriptions,
  showSubscription: subscriptions.showSubscription,
  unsubscribe: subscriptions.unsubscribe,
}
export type HandlerName = keyof typeof handlers

/** Made once for a broker. Parameters of a path are the business of those who stand in its row. */
// biome-ignore lint/suspicious/noExplicitAny: the parameters of a path differ from row to row
export type Handler = (site: Site, inner: InnerParts) => RequestHandler<any>

export type Parts = Readonly<Record<HandlerName, Handler>> & InnerMakers

export const parts: Parts = { ...handlers, ...innerParts }
