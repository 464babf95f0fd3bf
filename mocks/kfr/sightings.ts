import type { RequestHandler, Response } from 'express'
import type { SeenRequest } from '../../contracts/control/protocol.ts'
import { headerNames, reporterOperations } from '../../contracts/kfr/operations.ts'
import type { KfrProblem, KfrSighting } from '../../contracts/kfr/sighting.ts'
import { isUuid } from '../../contracts/kfr/wire.ts'
import type { Traffic } from '../http/traffic.ts'
import { contextOf, type Site } from './context.ts'
import { headerOf } from './parts/entrance.ts'
import { customerIn } from './parts/values.ts'
import type { AcceptedBatch } from './store/ingestion.ts'

/** What is told of a request to whoever watches, and what is written down to be found again. */

const isReport = (operation: string | null) => reporterOperations.some((name) => name === operation)

/** The sighting of a request, when its answer begins. */
export const notesOf =
  (site: Site) =>
  (response: Response): Partial<SeenRequest> => {
    const request = response.req
    const context = contextOf(response)
    const { asked, token, batch, code, period } = context
    const correlationId = headerOf(request, headerNames.correlation)
    const number = customerIn(request, response)
    const problems = new Set<KfrProblem>(context.problems)
    if (tellsNumber(request.originalUrl, asked.institution)) problems.add('customer-in-url')
    const institution = asked.institution ?? ''
    const reporter = token?.believed === true ? token.organisation : null
    const kfr: KfrSighting = {
      operation: asked.operation ?? 'other',
      version: asked.version,
      token,
      ...(/^\d{9}$/.test(institution) ? { institution } : {}),
      ...(asked.type !== undefined && /^[A-Za-z_-]{1,40}$/.test(asked.type) ? { type: asked.type } : {}),
      ...(isUuid(correlationId) ? { correlationId } : {}),
      ...(number === null ? {} : { customer: site.people.seer().customer(number) }),
      ...(period === undefined ? {} : { period }),
      ...(batch === undefined ? {} : { batch }),
      ...(code === undefined ? {} : { code }),
      problems: [...problems],
      ...(reporter === null ? {} : { pending: context.pending ?? 0 }),
      ...clockOf(site),
    }
    return { kfr }
  }

const clockOf = ({ clock }: Site) => (clock.isSet() ? { clock: new Date(clock.now()).toISOString() } : {})

/** Nine or eleven digits that are not the institution's. */
function tellsNumber(url: string, institution: string | undefined): boolean {
  const numbers = url.match(/(?<!\d)(?:\d{9}|\d{11})(?!\d)/g) ?? []
  const others = numbers.filter((number) => number !== institution)
  return others.length > 0 || numbers.length > 1
}

/** A batch has been stored whole: no request, and for whoever follows the most awaited of all. */
export function tellIngested(site: Site, traffic: Traffic, batch: AcceptedBatch): void {
  const kfr: KfrSighting = {
    operation: 'ingested',
    token: null,
    institution: batch.institution,
    correlationId: batch.correlation,
    problems: [],
    ...clockOf(site),
  }
  traffic.record({
    party: 'kfr',
    at: new Date(site.clock.now()).toISOString(),
    method: '-',
    path: '',
    status: 0,
    said: `${batch.entries} relationships of a batch are stored`,
    kfr,
  })
}

/** Writes down what a reporter asked, to be found by its id, when the answer is known; of agencies nothing (AGR 4.7). */
export const trace =
  (site: Site): RequestHandler =>
  (request, response, next) => {
    const { asked } = contextOf(response)
    const correlation = headerOf(request, headerNames.correlation)
    const { operation } = asked
    if (operation === null || !isReport(operation) || !isUuid(correlation)) {
      next()
      return
    }
    const number = customerIn(request, response)
    let written = false
    const writeHead = response.writeHead
    response.writeHead = function writeHeadAndTrace(this: typeof response, ...given: unknown[]) {
      if (!written && site.store.isOpen()) {
        site.store.requests.write({
          correlation,
          at: new Date(site.clock.now()).toISOString(),
          institution: /^\d{9}$/.test(asked.institution ?? '') ? (asked.institution ?? null) : null,
          operation,
          customer: number === null ? null : site.store.secret.digest(number),
          status: Number(given[0]),
          code: contextOf(response).code ?? null,
        })
      }
      written = true
      return Reflect.apply(writeHead, this, given)
    } as typeof writeHead
    next()
  }
