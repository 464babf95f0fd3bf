import type { Response } from 'express'
import type { AskedFor, BrregSighting, Served } from '../../contracts/konkursvarsel/sighting.ts'
import { createContexts } from '../http/context.ts'
import type { Clock } from './clock.ts'
import type { Refuse } from './error-bodies.ts'
import type { Manners } from './manners.ts'
import type { Moods } from './moods.ts'
import type { Way } from './paths.ts'
import type { Notice } from './register/notice.ts'
import type { Register } from './register/register.ts'
import type { Address, Renderer } from './register/render.ts'

/** What Brreg has besides its parts. */
export interface Services {
  readonly register: Register
  readonly renderer: Renderer
  readonly moods: Moods
  readonly clock: Clock
  /** As they are now: the usual ones, and what a stimulus makes of them. */
  readonly manners: () => Manners
  /** Who may read: organisation numbers. Null: whoever has a certificate that is trusted. */
  readonly admitted: ReadonlySet<string> | null
  readonly refuse: Refuse
  /** Answers that never come, until it is calm. */
  readonly hanging: Set<Response>
  readonly url: string
  /** Where details lie, by what the stimuli in force say. */
  readonly addressOfDetails: () => Address
  /** Whether it is listed at this time of the parties' clock. */
  readonly isShown: (notice: Notice) => boolean
}

export interface Context {
  readonly services: Services
  asked: AskedFor
  readonly tls: BrregSighting['tls']
  since?: string
  notice?: string
  way?: Way
  served?: Served
  contentLength?: number
  /** Where a list begins; null for the full one. */
  from?: number | null
  /** What is about to be sent, and what is noted of it when it is sent whole. */
  body?: { readonly bytes: Buffer; readonly served?: Served; readonly carried?: readonly Notice[] }
}

export const { begin: beginContext, of: contextOf } = createContexts<Context>('Brreg')

export function sightingOf(response: Response): BrregSighting {
  const { services, asked, tls, since, notice, way, served, contentLength } = contextOf(response)
  const { clock } = services
  return {
    asked,
    tls,
    ...(since === undefined ? {} : { since }),
    ...(notice === undefined ? {} : { notice }),
    ...(way === undefined ? {} : { way }),
    ...(served === undefined ? {} : { served }),
    ...(contentLength === undefined ? {} : { contentLength }),
    ...(clock.isSet() ? { clock: new Date(clock.now()).toISOString() } : {}),
  }
}
