import type { Express, Response } from 'express'
import type { Aktoer } from '../../contracts/akeldo/actor.ts'
import { newApp, onlyMethods, outOfService, unreadable } from '../http/site.ts'
import { slowly } from '../http/slowly.ts'
import { recordTraffic, say, type Traffic } from '../http/traffic.ts'
import type { Actors } from './actors.ts'
import { odd } from './odd.ts'

/** How the party is from its start, and stays; the controls do not change it. */
export interface AkeldoBehaviour {
  readonly outage?: boolean
  /** Milliseconds before every answer. */
  readonly slowMs?: number
  /** How one actor is answered: nobody has seen it. Default: the bare object. */
  readonly single?: 'object' | 'list'
  /** What is done with every entry before it is shown. */
  readonly shows?: (actor: Aktoer) => Aktoer
}

interface Site {
  readonly actors: Actors
  readonly behaviour: AkeldoBehaviour
  readonly state: { outage: boolean; odd: boolean }
  readonly traffic: Traffic
  readonly now: () => number
}

/** Two addresses, read only, without a token (dsve.md 1.4). That an unknown number is 404 is inferred. */
export function createSite(site: Site): Express {
  const { behaviour, actors, state } = site
  const { single = 'object', slowMs = 0 } = behaviour
  const shows = (actor: Aktoer) => (behaviour.shows ?? asItIs)(state.odd ? odd(actor) : actor)
  const isOut = () => state.outage || behaviour.outage === true
  const app = newApp()
  app.use(
    recordTraffic(site.traffic, 'akeldo', site.now),
    onlyMethods(['GET'], (response) => refuse(response, 405, 'Method Not Allowed')),
    outOfService(isOut, (response) => refuse(response, 503, 'Service Unavailable')),
    slowly(slowMs),
  )
  app.get('/akeldo/aktoer', (_request, response) => {
    say(response, `${actors.all().length} actors listed`)
    response.json(actors.all().map(shows))
  })
  app.get('/akeldo/aktoer/:organisasjonsnummer', ({ params: { organisasjonsnummer } }, response) => {
    const found = actors.find(organisasjonsnummer)
    say(response, verdict(organisasjonsnummer, found))
    if (found === undefined) refuse(response, 404, 'Fant ikke aktør')
    else response.json(single === 'list' ? [shows(found)] : shows(found))
  })
  app.use((_request, response) => {
    say(response, 'there is nothing here; actors are at /akeldo/aktoer')
    refuse(response, 404, 'Not Found')
  })
  app.use(unreadable((response, status) => refuse(response, status, 'The request could not be read')))
  return app
}

const asItIs = (actor: Aktoer) => actor

function verdict(number: string, found: Aktoer | undefined): string {
  if (found !== undefined) return `${number} is registered as ${found.roller.map(({ rolle }) => rolle).join(' and ')}`
  return /^\d{9}$/.test(number) ? `${number} is not registered` : 'no organisation number of nine digits'
}

const refuse = (response: Response, status: number, error: string) => response.status(status).json({ status, error })
