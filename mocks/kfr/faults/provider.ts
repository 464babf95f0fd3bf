import { parseAccountNumber } from '../../../contracts/identity/account-number.ts'
import { headerNames } from '../../../contracts/kfr/operations.ts'
import { headerOf } from '../parts/entrance.ts'
import { handlers } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { at, defineFaults, rewriting, withBody } from './change.ts'

/** KFRO-056 to KFRO-060: whose bank an account is at. */

const { requireAccount, requireIds, requireMandate, pass, showProvider } = handlers

export const providerFaults = defineFaults({
  'old-spelling-in-2': {
    story: 'accountServicingProvider says organizationId in 2.0 as well.',
    violates: ['KFRO-056'],
    replaces: {
      pass: rewriting((leaving, operation) =>
        operation === 'provider' && leaving.status === 200
          ? withBody(leaving, ({ organizationID, organizationId = organizationID, ...body }) => ({
              organizationId,
              ...body,
            }))
          : leaving,
      ),
    },
  },
  'new-spelling-in-1': {
    story: 'accountServicingProvider says organizationID in 1.1.2 as well.',
    violates: ['KFRO-056'],
    replaces: {
      pass: rewriting((leaving, operation) =>
        operation === 'provider' && leaving.status === 200
          ? withBody(leaving, ({ organizationId, organizationID = organizationId, ...body }) => ({
              organizationID,
              ...body,
            }))
          : leaving,
      ),
    },
  },
  'both-spellings': {
    story: 'accountServicingProvider says organizationId and organizationID, so that nobody misses his own (KFRO-056).',
    violates: [],
    settings: { bothSpellings: true },
  },
  'checks-accounts': {
    story: 'An account number with a wrong check digit is refused.',
    violates: ['KFRO-057'],
    replaces: {
      requireAccount: (site) => {
        const usual = requireAccount(site)
        return (request, response, next) => {
          const given = headerOf(request, headerNames.account) ?? ''
          return /^\d{11}$/.test(given) && !parseAccountNumber(given).ok
            ? refuse(site, response, 'account', 'a wrong check digit')
            : usual(request, response, next)
        }
      },
    },
  },
  'fails-on-accounts': {
    story: 'An account number that is none is answered 500.',
    violates: ['KFRO-058'],
    replaces: {
      requireAccount: (site) => {
        const usual = requireAccount(site)
        return (request, response, next) =>
          /^\d{11}$/.test(headerOf(request, headerNames.account) ?? '')
            ? usual(request, response, next)
            : refuse(site, response, 'internal', 'no account number')
      },
    },
  },
  'provider-without-mandate': {
    story: 'accountServicingProvider asks for no Legal-Mandate in 2.0.',
    violates: ['KFRO-059'],
    replaces: {
      requireMandate: at(
        ['provider'],
        (site) => {
          const usual = requireMandate(site)
          return (request, response, next) =>
            headerOf(request, headerNames.mandate) === undefined ? next() : usual(request, response, next)
        },
        requireMandate,
      ),
    },
  },
  'provider-without-inquiry-id': {
    story: 'accountServicingProvider asks for no AccountInfoRequestID in 2.0.',
    violates: ['KFRO-059'],
    replaces: { requireIds: at(['provider'], pass, requireIds) },
  },
  'names-the-holding-bank': {
    story: 'A collection account is that of the bank where it is kept.',
    violates: ['KFRO-060'],
    replaces: {
      showProvider: (site) => showProvider({ ...site, kar: { ...site.kar, provider: site.kar.keeper } }),
    },
  },
})
