import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, exportJWK, SignJWT } from 'jose'
import { organisationNumberOf } from '../../contracts/altinn-broker/wire.ts'
import type { Caller, TokenIssuer } from '../http/token-caller.ts'

/** What Altinn makes of a token of Maskinporten (dsve.md 1.9): its own, signed with a key of this process. */
export interface AltinnTokens extends TokenIssuer {
  exchange(caller: Caller, now: number, seconds: number): Promise<string>
}

/** `platform` without a final slash. */
export function createAltinnTokens(platform: string): AltinnTokens {
  const issuer = `${platform}/authentication/api/v1/openid/`
  // Made when it is first needed: few clients still exchange.
  let made: ReturnType<typeof makeKey> | undefined
  const key = () => {
    made ??= makeKey()
    return made
  }
  return {
    issuer,
    keys: async () => ({ keys: [(await key()).jwk] }),
    async exchange({ party, claims }, now, seconds) {
      const { privateKey, jwk } = await key()
      const iat = Math.floor(now / 1000)
      const { client_id, scope, consumer, supplier } = claims
      const kept = { client_id, scope, consumer, ...(supplier === undefined ? {} : { supplier }) }
      const number = organisationNumberOf(party)
      return new SignJWT({ ...kept, 'urn:altinn:orgNumber': number, 'urn:altinn:authenticatemethod': 'maskinporten' })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: jwk.kid })
        .setIssuer(issuer)
        .setIssuedAt(iat)
        .setExpirationTime(iat + seconds)
        .sign(privateKey)
    },
  }
}

async function makeKey() {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const jwk = await exportJWK(publicKey)
  return { privateKey, jwk: { ...jwk, kid: await calculateJwkThumbprint(jwk), use: 'sig' } }
}
