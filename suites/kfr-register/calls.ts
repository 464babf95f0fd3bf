import type { IsoDate } from '../../contracts/calendar.ts'
import type { TokenRecipe } from '../../contracts/control/protocol.ts'
import {
  headerNames,
  type KfrScope,
  type KfrVersion,
  paths,
  queryNames,
  scopes,
  versions,
} from '../../contracts/kfr/operations.ts'
import { type MarkerName, markerOf } from '../../contracts/kfr-register/markers.ts'
import type { ClientName, OperatorProfile } from '../../contracts/kfr-register/operator.ts'
import {
  consumerOrganisationNumber,
  participantIdentifier,
  participantScheme,
} from '../../contracts/kontrollinformasjon/profile.ts'
import type { Via } from '../../contracts/report/evidence.ts'
import type { Doors } from '../kit/ask/doors.ts'
import type { Request } from '../kit/ask/request.ts'
import type { Target } from '../kit/target.ts'

/** The lawful calls of the three clients, which a probe then changes in one place. */

export interface Calls {
  readonly profile: OperatorProfile
  /** The day of the run. */
  readonly today: IsoDate
  customer(name: MarkerName): string
  organisationOf(client: ClientName): string
  /** A: adds a relationship of the client's own institution. */
  add(customer: string, by?: ClientName): Request
  /** B: ends it. */
  end(customer: string, by?: ClientName): Request
  /** D: whether the own institution has the customer, in a period, or without one. */
  own(customer: string, period?: Period | null, by?: ClientName): Request
  /** E, of every version that is served. */
  relationships(version: KfrVersion, customer: string, period?: Period): Request
  /** F */
  provider(version: KfrVersion, account: string): Request
}

export interface Period {
  readonly from: string
  readonly to: string
}

export const onDay = (day: string): Period => ({ from: day, to: day })

/** Throws where the participant is no register: preflight has said so before. */
export function profileOf({ kfrRegister }: Pick<Target, 'kfrRegister'>): OperatorProfile {
  if (kfrRegister === undefined) throw new Error('the configuration says nothing of a register ("kfrRegister")')
  return kfrRegister
}

/** Look-up versions that the participant serves, the older first. */
export const versionsOf = (target: Pick<Target, 'kfrRegister'>): readonly KfrVersion[] =>
  versions.filter((version) => profileOf(target).lookUps[version] !== undefined)

/** The institution that a token speaks for, and what it may do (catalogue, section 1). */
export const tokenFor = (organisationNumber: string, scope: KfrScope | string): TokenRecipe => ({
  claims: { scope, consumer: consumerOf(organisationNumber) },
})

const consumerOf = (organisationNumber: string) => ({
  authority: participantScheme,
  ID: participantIdentifier(organisationNumber),
})

const viaOf = (version: KfrVersion): Via => (version === '1.1.2' ? 'look-up-v1' : 'look-up-v2')

export function callsOf({ target, runId }: Pick<Doors, 'target' | 'runId'>): Calls {
  const profile = profileOf(target)
  const today = target.day
  const organisationOf = (client: ClientName) => profile.clients[client].organisationNumber
  const token = (client: ClientName, scope: KfrScope) => tokenFor(organisationOf(client), scope)
  const reporting = (method: string, path: string, customer: string, by: ClientName): Request => ({
    method,
    path,
    query: {},
    headers: { [headerNames.customer]: customer },
    token: token(by, scopes.write),
    invents: { [headerNames.correlation]: 'per-exchange' },
  })
  const lookUp = (version: KfrVersion, path: string, scope: KfrScope): Request => ({
    method: 'GET',
    path,
    query: {},
    headers: {
      Accept: 'application/json',
      [headerNames.mandate]: encodeURIComponent(profile.clients.agency.legalMandate),
    },
    token: token('agency', scope),
    via: viaOf(version),
    invents: { [headerNames.correlation]: 'per-exchange', [headerNames.inquiry]: { perCase: 'agency' } },
  })
  return {
    profile,
    today,
    customer: (name) => markerOf(runId, name),
    organisationOf,
    add: (customer, by = 'reporter') => reporting('POST', paths.relationship(organisationOf(by)), customer, by),
    end: (customer, by = 'reporter') => reporting('DELETE', paths.relationship(organisationOf(by)), customer, by),
    own: (customer, period = null, by = 'reporter') => ({
      ...reporting('GET', paths.own(organisationOf(by)), customer, by),
      query: queryOf(period),
    }),
    relationships: (version, customer, period = { from: today, to: today }) => {
      const request = lookUp(version, paths.relationships, scopes.relationships)
      return {
        ...request,
        query: { ...queryOf(period), ...ownersOnly(version, profile) },
        headers: { ...request.headers, [headerNames.customer]: customer },
      }
    },
    provider: (version, account) => {
      const request = lookUp(version, paths.provider, scopes.provider)
      return { ...request, headers: { ...request.headers, [headerNames.account]: account } }
    },
  }
}

const queryOf = (period: Period | null): Readonly<Record<string, string>> =>
  period === null ? {} : { [queryNames.from]: period.from, [queryNames.to]: period.to }

const ownersOnly = (version: KfrVersion, { clients }: OperatorProfile): Readonly<Record<string, string>> =>
  version === '2.0' && clients.agency.organisationNumber === consumerOrganisationNumber
    ? { [queryNames.onlyPrimaryOwner]: 'true' }
    : {}
