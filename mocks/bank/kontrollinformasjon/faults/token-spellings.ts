import type { Request } from 'express'
import { defineFault } from '../fault.ts'
import { authenticate } from '../parts/authenticate.ts'
import { refusals } from '../refusal.ts'
import { headerOf, readSignedClaims } from '../token/signature.ts'
import { refusing } from './demanding.ts'
import { payloadOf } from './token-signatures.ts'

/** The same thing in other letters: schemes, header names, algorithms, issuers. */

const isAuthorization = (name: string | undefined) => name?.toLowerCase() === 'authorization'

const namesOfAuthorization = ({ rawHeaders }: Request) =>
  rawHeaders.filter((name, index) => index % 2 === 0 && isAuthorization(name))

export const tokenSpellingFaults = [
  defineFault({
    id: 'takes-the-last-word-for-the-token',
    story: 'The scheme is cut off unseen: whatever stands behind the last blank is the token.',
    violates: ['KI-AUT-002'],
    replaces: {
      authenticate: (request, response, next) => {
        request.rawHeaders = request.rawHeaders.map((value, index, all) =>
          index % 2 === 1 && isAuthorization(all[index - 1]) ? `Bearer ${value.split(' ').at(-1)}` : value,
        )
        return authenticate()(request, response, next)
      },
    },
  }),
  defineFault({
    id: 'knows-authorization-in-one-spelling-only',
    story: 'The headers come as they were written, and the map that keeps them tells letters apart.',
    violates: ['KI-REQ-013'],
    replaces: {
      authenticate: refusing(
        (request) => namesOfAuthorization(request).some((name) => name !== 'Authorization'),
        () => refusals.unauthenticated(),
        authenticate(),
      ),
    },
  }),
  defineFault({
    id: 'refuses-none-in-small-letters-only',
    story: 'The forbidden algorithm stands in a list, and the list is compared letter for letter.',
    violates: ['KI-AUT-005'],
    replaces: {
      authenticate: authenticate({
        readClaims: async (token, keys) => {
          const algorithm = String(headerOf(token).alg)
          const isOtherNone = algorithm !== 'none' && algorithm.toLowerCase() === 'none'
          return isOtherNone ? payloadOf(token) : readSignedClaims(token, keys)
        },
      }),
    },
  }),
  defineFault({
    id: 'finds-an-issuer-that-holds-the-right-one',
    story: 'Whether the issuer is the right one is asked with "contains", and nobody is contained in nothing.',
    violates: ['KI-AUT-007'],
    replaces: {
      authenticate: authenticate({
        isIssuer: (claimed, own) =>
          claimed === undefined || claimed === own || (typeof claimed === 'string' && claimed.includes(own)),
      }),
    },
  }),
]
