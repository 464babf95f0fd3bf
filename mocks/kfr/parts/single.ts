import type { RequestHandler } from 'express'
import { say } from '../../http/traffic.ts'
import { need, type Site } from '../context.ts'
import { refuse } from '../refuse.ts'
import { institutionOf } from './entrance.ts'
import type { InnerParts } from './inner.ts'

/** One relationship begins, or ends (catalogue, 2.1 A and B). */

export const add =
  (site: Site, { begin }: InnerParts): RequestHandler =>
  (_request, response) => {
    const institution = institutionOf(response)
    const isNew = begin(site.store, { institution, customer: need(response, 'customer'), since: site.today() })
    say(response, isNew ? 'registered' : 'was registered already')
    const fixture = site.people.seer().customer(need(response, 'customer')).fixture
    response.status(isNew && !site.moods.knows(fixture) ? 201 : 200).end()
  }

export const end =
  (site: Site, { finish }: InnerParts): RequestHandler =>
  (_request, response) => {
    const institution = institutionOf(response)
    const found = finish(site.store, { institution, customer: need(response, 'customer'), until: site.today() })
    if (!found) {
      refuse(site, response, 'not-found', 'nothing active to end')
      return
    }
    say(response, 'ended')
    response.status(204).end()
  }
