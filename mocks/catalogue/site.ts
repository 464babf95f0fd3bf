import type { Express, RequestHandler, Response } from 'express'
import { today } from '../../contracts/calendar.ts'
import { newExactApp, onlyMethods, outOfService, unreadable } from '../http/site.ts'
import { slowly } from '../http/slowly.ts'
import { recordTraffic, say, type Traffic } from '../http/traffic.ts'
import { datasetNames, harvest } from './datasets.ts'
import type { Entries, WireEntry } from './entries.ts'

/** How the party is from its start, and stays; the controls do not change it. */
export interface CatalogueBehaviour {
  /** How the list stands in the answer: bare, as the provider's code gives it, or in the object that it declares. */
  readonly shape?: 'list' | 'declared'
  /** Every base URL is listed with a slash at its end. */
  readonly finalSlash?: boolean
  readonly outage?: boolean
  /** Milliseconds before every answer. */
  readonly slowMs?: number
}

export interface SiteState {
  outage: boolean
}

interface Site {
  readonly entries: Entries
  readonly state: SiteState
  readonly behaviour: CatalogueBehaviour
  readonly traffic: Traffic
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * `directharvest/{dataset}`, GET and POST, also below `/v1`. Known from code of its provider and of a consumer:
 * the call, its datasets, `envelope` and the members of an entry. Ours, because nobody tells: the route prefix, that
 * `subject` chooses one organisation, and every error answer. The real one asks for a token and a subscription key;
 * this one does not, and says so. JMESPath in `query` and the header `X-Signature-JWT` are not there.
 */
export function createSite(site: Site): Express {
  const app = newExactApp()
  const { state, behaviour, traffic, now } = site
  const isOut = () => state.outage || behaviour.outage === true
  app.use(
    recordTraffic(traffic, 'catalogue', now),
    outOfService(isOut, (response) => refuse(response, 503, 'Temporarily out of service')),
    slowly(behaviour.slowMs ?? 0),
  )
  app.all(['/v1/directharvest/:dataset', '/directharvest/:dataset'], readOnly, giveDataset(site))
  app.use((_request, response) => {
    say(response, `there is nothing here; the lists are at /v1/directharvest/${datasetNames[0]}`)
    refuse(response, 404, 'No such resource')
  })
  app.use(unreadable((response, status) => refuse(response, status, 'The request could not be read')))
  return app
}

const giveDataset =
  ({ entries, behaviour, now }: Site): RequestHandler<{ dataset: string }> =>
  ({ params, query }, response) => {
    const subject = oneText(query.subject)
    const problem = queryProblem(query)
    const listed = harvest(entries, { dataset: params.dataset, day: today(new Date(now())), subject })
    const found = behaviour.finalSlash === true ? listed?.map(withFinalSlash) : listed
    if (found === undefined || found === null) {
      say(response, `no such dataset; known are ${datasetNames.join(', ')}`)
      refuse(response, 404, `No such dataset; known are ${datasetNames.join(', ')}`)
    } else if (problem !== null) {
      say(response, problem)
      refuse(response, 400, problem)
    } else {
      say(response, verdict(found, subject))
      const value = behaviour.shape === 'declared' ? { endpoints: found, total: found.length } : found
      response.json(oneText(query.envelope) === 'false' ? value : envelope(value, now()))
    }
  }

const withFinalSlash = (entry: WireEntry): WireEntry => ({ ...entry, url: `${entry.url.replace(/\/+$/, '')}/` })

const oneText = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function queryProblem(query: Readonly<Record<string, unknown>>): string | null {
  if (query.query !== undefined) return 'query (JMESPath) is not served by this mock; leave it out and choose yourself'
  if (query.subject !== undefined && !/^\d{9}$/.test(oneText(query.subject) ?? ''))
    return 'subject must be one organisation number of 9 digits'
  if (query.envelope !== undefined && !['true', 'false'].includes(oneText(query.envelope) ?? ''))
    return 'envelope must be true or false'
  return null
}

function verdict(found: readonly WireEntry[], subject: string | null): string {
  if (subject === null) return `${found.length} ${found.length === 1 ? 'entry' : 'entries'} listed`
  return found.length === 0 ? `${subject} is not registered` : `${subject} is registered: ${found[0]?.url}`
}

/** Without `envelope=false`; `valueType` and `evidenceStatus` are ours. */
const envelope = (value: unknown, now: number) => ({
  evidenceStatus: { evidenceCodeName: 'Kontrollinformasjon', status: { code: 1, description: 'Available' } },
  evidenceValues: [
    {
      evidenceValueName: 'default',
      value: JSON.stringify(value),
      valueType: 'jsonSchema',
      source: 'BITS',
      timestamp: new Date(now).toISOString(),
    },
  ],
})

/** A POST carries the parameters of a GET in its body at the real one; this one reads none. */
const readOnly = onlyMethods(['GET', 'POST'], (response) => refuse(response, 405, 'Only GET and POST are allowed'))

function refuse(response: Response, status: number, text: string): void {
  response.status(status).json({ code: status, description: text })
}
