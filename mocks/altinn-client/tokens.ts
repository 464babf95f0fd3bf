import { createPrivateKey, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { scopes } from '../../contracts/altinn-broker/statuses.ts'
import type { BrokerClient } from '../clients.ts'
import type { Outgoing } from '../http/outgoing.ts'

/** Access tokens from Maskinporten, asked for with an enterprise certificate; kept until shortly before they expire. */
export interface Tokens {
  /** For that organisation: as its system user, unless it is the client's own. Default: every scope that there is. */
  tokenFor(organisationNumber: string, scope?: string): Promise<string>
  forget(organisationNumber: string): void
}

interface TokensOptions {
  readonly client: BrokerClient
  readonly issuer: string
  readonly tokenUrl: string
  readonly outgoing: Pick<Outgoing, 'send'>
  readonly now: () => number
}

const marginMs = 10_000
const everyScope = Object.values(scopes).join(' ')

export function createTokens({ client, issuer, tokenUrl, outgoing, now }: TokensOptions): Tokens {
  const known = new Map<string, Map<string, { readonly token: string; readonly until: number }>>()
  const key = createPrivateKey(client.privateKeyPem)
  const x5c = [Buffer.from(client.certificateDer).toString('base64')]

  const grantFor = (organisationNumber: string, scope: string) => {
    const iat = Math.floor(now() / 1000)
    const claims = { iss: client.clientId, aud: issuer, iat, exp: iat + 100, jti: randomUUID() }
    const own = organisationNumber === client.organisationNumber
    const details = own ? {} : { authorization_details: [systemUserOf(organisationNumber)] }
    return new SignJWT({ ...claims, scope, ...details }).setProtectedHeader({ alg: 'RS256', x5c }).sign(key)
  }

  return {
    async tokenFor(organisationNumber, scope = everyScope) {
      const ofThem = known.get(organisationNumber) ?? new Map()
      known.set(organisationNumber, ofThem)
      const kept = ofThem.get(scope)
      if (kept !== undefined && now() < kept.until) return kept.token
      const assertion = await grantFor(organisationNumber, scope)
      const form = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion })
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const { status, body } = await outgoing.send(tokenUrl, { method: 'POST', headers, body: form.toString() })
      if (status !== 200) throw new Error(`Maskinporten answered ${status} when a token was asked for`)
      const { access_token: token, expires_in: seconds } = JSON.parse(body.toString())
      ofThem.set(scope, { token, until: now() + seconds * 1000 - marginMs })
      return token
    },
    forget: (organisationNumber) => known.delete(organisationNumber),
  }
}

const systemUserOf = (organisationNumber: string) => ({
  type: 'urn:altinn:systemuser',
  systemuser_org: { authority: 'iso6523-actorid-upis', ID: `0192:${organisationNumber}` },
})
