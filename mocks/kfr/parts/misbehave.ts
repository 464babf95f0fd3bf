import type { RequestHandler, Response } from 'express'
import type { ReporterOperation } from '../../../contracts/kfr/operations.ts'
import type { KfrFailure } from '../../../contracts/kfr/stimuli.ts'
import { recordNow, say } from '../../http/traffic.ts'
import { contextOf, type Site } from '../context.ts'
import { type Refusal, refuse, refuseWith } from '../refuse.ts'
import { customerIn } from './values.ts'

/** Answers that fail because it was ordered, before anything is done. */

const refusals: Readonly<Record<Exclude<KfrFailure, 'hang' | 'reset'>, Refusal>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  429: 'too-many',
  500: 'internal',
  503: 'unavailable',
}

export const failOnPurpose =
  (site: Site): RequestHandler =>
  (request, response, next) => {
    const { operation } = contextOf(response).asked
    const number = customerIn(request, response)
    const fixture = number === null ? undefined : site.people.seer().customer(number).fixture
    const order = site.moods.fails(operation as ReporterOperation, fixture)
    if (order === null) {
      next()
      return
    }
    const { how, code, retryAfter } = order
    const why = 'fails on purpose'
    if (how === 'hang') hang(site, response)
    else if (how === 'reset') {
      recordNow(response, 0)
      response.socket?.destroy()
    } else {
      if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter))
      if (code === undefined) refuse(site, response, refusals[how], why)
      else refuseWith(site, response, { status: Number(how), code, why })
    }
  }

function hang({ hanging }: Site, response: Response): void {
  say(response, 'says nothing on purpose')
  hanging.add(response)
  response.once('close', () => hanging.delete(response))
  recordNow(response, 0)
}
