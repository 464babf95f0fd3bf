import type { RequestHandler, Response } from 'express'
import type { SeenRequest } from '../../contracts/control/protocol.ts'
import { headerNames, reporterOperations } from '../../contracts/kfr/operations.ts'
import type { KfrProblem, KfrSighting } from '../../contracts/kfr/sighting.ts'
import { isUuid } from '../../contracts/kfr/wire.ts'
import { whyNoHandshake } from '../http/handshakes.ts'
import { masked } from '../http/masked.ts'
import type { Traffic } from '../http/traffic.ts'
import { contextOf, type Site } from './context.ts'
import { headerOf } from './parts/entrance.ts'
import type { InnerParts } from './parts/inner.ts'
import { customerIn } from './parts/values.ts'
import type { AcceptedBatch } from './store/ingestion.ts'
import { tokenSeen } from './token-seen.ts'

/** What is told of a request to whoever watches, and what is written down to be found again. */

const isReport = (operation: string | null) => reporterOperations.some((name) => name === operation)

/** The sighting of a request, when its answer begins. */
export const notesOf =
  (site: Site) =>
  (response: Response): Partial<SeenRequest> => {
    const request = response.req
    const context = contextOf(response)
    const { asked, token, named, batch, code, period } = context
    const correlationId = headerOf(request, headerNames.correlation)
    const number = customerIn(request, response)
    const problems = new Set<KfrProblem>(context.problems)
    if (tellsNumber(request.originalUrl, asked.institution)) problems.add('customer-in-url')
    if (token !== null && !/^bearer /i.test(request.headers.authorization ?? '')) problems.add('scheme-missing')
    const institution = asked.institution ?? ''
    const kfr: KfrSighting = {
      operation: asked.operation ?? 'other',
      version: asked.version,
      // Whoever was refused before anybody looked at it carried one all the same.
      token: token ?? tokenSeen(request.headers.authorization, false, site.tokenTime()),
      ...(/^\d{9}$/.test(institution) ? { institution } : {}),
      ...(asked.type !== undefined && /^[A-Za-z_-]{1,40}$/.test(asked.type) ? { type: asked.type } : {}),
      ...(isUuid(correlationId) ? { correlationId } : {}),
      ...(number === null ? {} : { customer: site.people.seer().customer(number) }),
      ...(period === undefined ? {} : { period }),
      ...(named === undefined ? {} : { named }),
      ...(batch === undefined ? {} : { batch }),
      ...(code === undefined ? {} : { code }),
      problems: [...problems],
      ...clockOf(site),
    }
    // Who writes somebody's number into an address is told of it, and not the number.
    return { kfr, path: masked(request.originalUrl) }
  }

const clockOf = ({ clock }: Site) => (clock.isSet() ? { clock: new Date(clock.now()).toISOString() } : {})

/** Nine or eleven digits that are not the institution's. */
function tellsNumber(url: string, institution: string | undefined): boolean {
  const numbers = decoded(url).match(/(?<!\d)(?:\d{9}|\d{11})(?!\d)/g) ?? []
  const others = numbers.filter((number) => number !== institution)
  return others.length > 0 || numbers.length > 1
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
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

/** A connection on which nothing was asked. `reason` is null where TLS was agreed on. */
export function tellNoRequest(traffic: Traffic, reason: string | null): void {
  traffic.record({
    party: 'kfr',
    at: new Date().toISOString(),
    method: 'TLS',
    path: '',
    status: 0,
    said: reason === null ? 'the caller ended the connection before it asked anything' : whyNoHandshake(reason),
    kfr: { operation: 'handshake', token: null, problems: [] },
  })
}

/** Writes down what was asked, when the answer is known: reports to be found by their id, of agencies nothing (AGR 4.7). */
export const trace =
  (site: Site, { logLine, keepsTrace }: InnerParts): RequestHandler =>
  (request, response, next) => {
    const { operation, institution = '' } = contextOf(response).asked
    if (operation === null) {
      next()
      return
    }
    const given = headerOf(request, headerNames.correlation)
    const correlation = isReport(operation) && isUuid(given) ? given : null
    const write = (status: number) => {
      const at = new Date(site.clock.now()).toISOString()
      const customer = headerOf(request, headerNames.customer) ?? null
      site.store.log(logLine({ at, operation, status, correlation, customer }))
      if (correlation === null || !keepsTrace) return
      const number = customerIn(request, response)
      site.store.requests.write({
        ...{ correlation, at, operation, status },
        institution: /^\d{9}$/.test(institution) ? institution : null,
        customer: number === null ? null : site.store.secret.cover(number),
        code: contextOf(response).code ?? null,
      })
    }
    let written = false
    const writeHead = response.writeHead
    response.writeHead = function writeHeadAndTrace(this: typeof response, ...answer: unknown[]) {
      if (!written && site.store.isOpen()) write(Number(answer[0]))
      written = true
      return Reflect.apply(writeHead, this, answer)
    } as typeof writeHead
    next()
  }
