import { decodeJwt } from 'jose'
import { contextOf, need } from '../context.ts'
import { handlers } from '../parts.ts'
import { at, defineFaults, reports, rewriting, withBody } from './change.ts'

/** KFRO-001 to KFRO-003 and KFRO-007 to KFRO-009: who may come in. */

const { authenticate, requireOwnInstitution, pass } = handlers

/** Believes what a token says, as long as there is one that can be read. */
const believing =
  (isBelieved: (claims: Readonly<Record<string, unknown>>, now: number) => boolean): typeof authenticate =>
  (site) => {
    const usual = authenticate(site)
    return (request, response, next) => {
      const claims = claimsIn(request.headers.authorization)
      if (claims === null || !isBelieved(claims, site.tokenTime() / 1000)) return usual(request, response, next)
      const { ID } = Object(claims.consumer) as { readonly ID?: unknown }
      if (typeof ID !== 'string') return usual(request, response, next)
      const set = new Set(String(claims.scope ?? '').split(' '))
      contextOf(response).found.caller = { party: ID, vendor: ID, client: ID, scopes: set, claims }
      return next()
    }
  }

function claimsIn(authorization = ''): Readonly<Record<string, unknown>> | null {
  try {
    return decodeJwt(authorization.replace(/^bearer +/i, ''))
  } catch {
    return null
  }
}

export const accessFaults = defineFaults({
  'believes-unsigned-tokens': {
    story: 'Whatever a token says is believed, whoever signed it.',
    violates: ['KFRO-001'],
    replaces: { authenticate: believing(() => true) },
  },
  'believes-expired-tokens': {
    story: 'A token that has run out is good for another day.',
    violates: ['KFRO-001'],
    replaces: { authenticate: believing(({ exp }, now) => Number(exp) < now && Number(exp) > now - 86_400) },
  },
  'looks-at-no-token-of-agencies': {
    story: 'Look-ups by agencies are served to whoever shows a token, whoever signed it.',
    violates: ['KFRO-001'],
    replaces: {
      authenticate: at(
        ['relationships', 'provider'],
        believing(() => true),
        authenticate,
      ),
    },
  },
  'another-code-for-401': {
    story: 'The 401 of a report has a code of the look-ups, and the other way round.',
    violates: ['KFRO-002'],
    replaces: {
      pass: rewriting((leaving, operation) =>
        leaving.status !== 401 || operation === 'provider'
          ? leaving
          : withBody(leaving, (body) => ({
              ...body,
              errorCode: reports.some((name) => name === operation) ? 'ERR-001' : 'KFR-001',
            })),
      ),
    },
  },
  'usual-error-of-provider': {
    story: 'accountServicingProvider answers 401 with the body of all other errors.',
    violates: ['KFRO-003'],
    replaces: {
      pass: rewriting((leaving, operation) =>
        leaving.status !== 401 || operation !== 'provider'
          ? leaving
          : withBody(leaving, () => ({
              errorCode: 'ERR-001',
              errorMessage: 'Klient er ikke autorisert',
              timestamp: '2026-01-01T00:00:00Z',
            })),
      ),
    },
  },
  'reports-for-others': {
    story: 'An institution may report for any other.',
    violates: ['KFRO-007'],
    replaces: { requireOwnInstitution: () => (_request, _response, next) => next() },
  },
  'looks-into-others': {
    story: 'An institution may ask what another has reported.',
    violates: ['KFRO-007'],
    replaces: {
      requireOwnInstitution: at(['own'], () => (_request, _response, next) => next(), requireOwnInstitution),
    },
  },
  'trusts-client-orgno': {
    story: 'The organisation is read from client_orgno, which is being removed, where a token has one.',
    violates: ['KFRO-008'],
    replaces: {
      identify: () => {
        const usual = handlers.identify()
        return (request, response, next) => {
          const { client_orgno: legacy } = need(response, 'caller').claims
          if (typeof legacy !== 'string') return usual(request, response, next)
          contextOf(response).found.organisation = legacy
          return next()
        }
      },
    },
  },
  'asks-for-no-certificate': {
    story: 'A client that Maskinporten knows by a key of its own is as welcome as one with a virksomhetssertifikat.',
    violates: ['KFRO-009'],
    replaces: { requireCertificate: pass },
  },
})
