import type { RequestHandler } from 'express'
import type { Site } from './context.ts'
import * as batch from './parts/batch.ts'
import * as entrance from './parts/entrance.ts'
import { type InnerParts, innerParts } from './parts/inner.ts'
import * as lookUp from './parts/look-up.ts'
import { failOnPurpose } from './parts/misbehave.ts'
import { readForm } from './parts/read-form.ts'
import { add, end } from './parts/single.ts'
import { readOwnership, readPeriod, requireAccount, requireCustomer, requireIds } from './parts/values.ts'

/** Every part of the register by its name: what requests meet, and what is done inside. A fault replaces one of them. */

const { headerOf: _headerOf, institutionOf: _institutionOf, ...entranceParts } = entrance

export const handlers = {
  ...entranceParts,
  ...batch,
  ...lookUp,
  requireCustomer,
  requireAccount,
  readPeriod,
  readOwnership,
  requireIds,
  failOnPurpose,
  readForm,
  add,
  end,
}
export type HandlerName = keyof typeof handlers

/** Made once for a register. */
export type Handler = (site: Site, inner: InnerParts) => RequestHandler

export type Parts = Readonly<Record<HandlerName, Handler>> & InnerParts

export const parts: Parts = { ...handlers, ...innerParts }
