import type { RequestHandler, Response } from 'express'
import type { IsoDate } from '../../../contracts/calendar.ts'
import type { OrganisationNumber } from '../../../contracts/identity/organisation-number.ts'
import { headerNames } from '../../../contracts/kfr/operations.ts'
import { parseLegalMandate, providerBody, type Relation, relationsBody } from '../../../contracts/kfr/wire.ts'
import { say } from '../../http/traffic.ts'
import { contextOf, need, type Site } from '../context.ts'
import type { KarRelation } from '../kar.ts'
import { refuse, send } from '../refuse.ts'
import { headerOf, institutionOf } from './entrance.ts'
import type { InnerParts } from './inner.ts'

/** What is known of a customer, or of an account (catalogue, 2.1 D and 2.2). */

export const requireSlash =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    const { asked, problems } = contextOf(response)
    if (asked.withoutSlash !== true) {
      next()
      return
    }
    problems.add('own-without-slash')
    if (site.settings.withoutSlash === 'served') next()
    else refuse(site, response, 'no-operation', 'the own look-up has a slash at its end')
  }

export const acceptJson =
  (site: Site): RequestHandler =>
  (request, response, next) => {
    if (request.accepts('application/json')) next()
    else refuse(site, response, 'unacceptable', 'the answer is JSON, which the Accept header leaves out')
  }

/** Decoded, and one that was agreed on with this consumer (AGR 4.5, CR2). */
export const requireMandate =
  (site: Site): RequestHandler =>
  (request, response, next) => {
    const given = headerOf(request, headerNames.mandate)
    if (given === undefined && contextOf(response).asked.version === '1.1.2') {
      next()
      return
    }
    const mandate = parseLegalMandate(given)
    const agreed = site.settings.mandates[need(response, 'organisation')]
    if (mandate === null) refuse(site, response, 'invalid', 'Legal-Mandate is no percent-encoded text')
    else if (agreed !== undefined && !agreed.includes(mandate))
      refuse(site, response, 'forbidden', 'Legal-Mandate is none that was agreed on with this consumer')
    else next()
  }

/** Konkursregisteret asks for what the debtor owns (SOL). The parameter is one of 2.0. */
export const limitToOwners =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    const { asked, found } = contextOf(response)
    const organisation = need(response, 'organisation')
    const isLimited = asked.version === '2.0' && site.settings.ownersOnly.includes(organisation)
    if (!isLimited || found.onlyPrimaryOwner === true) next()
    else refuse(site, response, 'forbidden', 'this consumer may ask with onlyPrimaryOwner=TRUE alone')
  }

/** A part of an answer would be taken for the whole (KFRO-055). */
export const requireKar =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    if (site.moods.is('kar-outage')) refuse(site, response, 'kar-silent', 'KAR does not answer')
    else next()
  }

/** What ended before the horizon is erased (AGR 4.6), and is not told while it waits for that. */
const kept =
  ({ today, settings }: Site, { horizon }: InnerParts) =>
  ({ until = null }: { readonly until?: string | null }) =>
    until === null || until >= horizon(today(), settings.years)

export const listOwn =
  (site: Site, inner: InnerParts): RequestHandler =>
  (_request, response) => {
    const institution = institutionOf(response)
    const period = need(response, 'period')
    const found = inner.find(site.store, need(response, 'customer'), period).filter(kept(site, inner))
    const rows = found.some((relation) => relation.institution === institution)
      ? [inner.row(known(site, institution, [], period.to, false))]
      : []
    answer(site, response, rows, rows.length === 0 ? 'no relationship in the period' : 'a relationship in the period')
  }

function answer(site: Site, response: Response, rows: readonly Relation[], said: string): void {
  contextOf(response).named = rows.length
  say(response, said)
  send(site, response, 200, relationsBody(rows))
}

const known = (
  site: Site,
  institution: string,
  kar: readonly KarRelation[],
  toDate: IsoDate,
  withOwnership: boolean,
) => ({
  institution,
  name: site.institutions.get(institution)?.name ?? institution,
  kar,
  toDate,
  today: site.today(),
  withOwnership,
})

/** Every institution once, whoever of the two registers knows it. */
export const listRelations =
  (site: Site, inner: InnerParts): RequestHandler =>
  (_request, response) => {
    const [customer, period] = [need(response, 'customer'), need(response, 'period')]
    const onlyOwners = contextOf(response).found.onlyPrimaryOwner ?? null
    const own = inner.find(site.store, customer, period).filter(kept(site, inner))
    const kar = site.kar.find(customer, period).filter(kept(site, inner))
    const institutions = new Set([...own, ...kar].map(({ institution }) => institution))
    const rows = [...institutions]
      .map((institution) => {
        const there = kar.filter((relation) => relation.institution === institution)
        return inner.row(known(site, institution, there, period.to, onlyOwners !== null))
      })
      .filter(({ ownershipType }) => onlyOwners !== true || ownershipType !== 'notPrimaryOwner')
    answer(site, response, rows, `${rows.length} institution${rows.length === 1 ? '' : 's'}`)
  }

export const showProvider =
  (site: Site): RequestHandler =>
  (_request, response) => {
    const number = site.kar.provider(need(response, 'account'))
    if (number === null) {
      refuse(site, response, 'unknown-account', 'nobody keeps that account')
      return
    }
    const { version } = contextOf(response).asked
    const bankName = site.institutions.get(number)?.name ?? number
    const provider = { organisationNumber: number as OrganisationNumber, bankName }
    send(site, response, 200, providerBody(provider, version, { compat: site.settings.bothSpellings }))
  }
