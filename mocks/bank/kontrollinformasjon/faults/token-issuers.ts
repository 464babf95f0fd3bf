import { defineFault } from '../fault.ts'
import { authenticate, type TokenPolicy } from '../parts/authenticate.ts'
import { createIssuerKeys, type IssuerKeys } from '../token/keys.ts'
import { payloadOf } from './token-signatures.ts'
import { on, where } from './where.ts'

/** KI-AUT-007 and KI-AUT-022: whose tokens are believed. */

/** As the text says; nothing of it is checked yet. */
function namedIn(token: string): unknown {
  try {
    return payloadOf(token).iss
  } catch {
    return undefined
  }
}

const known = new Map<string, IssuerKeys>()

/** RFC 8414 makes it so easy to find the keys of whoever says to be the issuer. */
const asksWhoeverIsNamed: TokenPolicy['issuerOf'] = async (token, { keys, outgoing, now }) => {
  const issuer = namedIn(token)
  if (typeof issuer !== 'string' || !issuer.startsWith('https://127.0.0.1')) return keys
  const metadataUrl = `${issuer.replace(/\/+$/, '')}/.well-known/oauth-authorization-server`
  const found = known.get(issuer) ?? createIssuerKeys({ outgoing, metadataUrl, issuer: null, now })
  known.set(issuer, found)
  return found.issuer().then(
    () => found,
    () => keys,
  )
}

const ofBothEnvironments = authenticate({
  issuerOf: async (token, { keys, otherKeys }) => (namedIn(token) === (await otherKeys.issuer()) ? otherKeys : keys),
})

export const tokenIssuerFaults = [
  defineFault({
    id: 'ignores-the-issuer',
    story: 'The signature is right, so nobody looks at who says to have made it.',
    violates: ['KI-AUT-007'],
    replaces: { authenticate: authenticate({ isIssuer: () => true }) },
  }),
  defineFault({
    id: 'compares-the-beginning-of-the-issuer',
    story: 'The comparison was loosened because of the slash at the end, and now asks how the issuer begins.',
    violates: ['KI-AUT-007'],
    replaces: {
      authenticate: authenticate({
        isIssuer: (claim, name) => typeof claim === 'string' && claim.startsWith(name.replace(/\/$/, '')),
      }),
    },
  }),
  defineFault({
    id: 'accepts-any-issuer-called-maskinporten',
    story: 'The issuers of all environments were to be allowed at once, so the name is only searched for.',
    violates: ['KI-AUT-007'],
    replaces: {
      authenticate: authenticate({
        isIssuer: (claim, name) => claim === name || String(claim).includes('maskinporten'),
      }),
    },
  }),
  defineFault({
    id: 'asks-whatever-issuer-a-token-names',
    story: 'The library finds the metadata by the issuer in the token, and nobody told it whom to trust.',
    // Among all issuers is that of the test environment, in production too.
    violates: ['KI-AUT-022', 'KI-AUT-007'],
    replaces: { authenticate: authenticate({ issuerOf: asksWhoeverIsNamed }) },
  }),
  defineFault({
    id: 'trusts-the-issuers-of-both-environments',
    story: 'One list of issuers is rolled out everywhere, and the one for test stands in production too.',
    violates: ['KI-AUT-022'],
    replaces: { authenticate: ofBothEnvironments },
  }),
  defineFault({
    id: 'trusts-the-issuers-of-both-environments-on-transactions',
    story: 'The system behind the transactions has one setting for all environments.',
    violates: ['KI-AUT-022'],
    replaces: { authenticate: where(on('transactions'), ofBothEnvironments, authenticate()) },
  }),
]
