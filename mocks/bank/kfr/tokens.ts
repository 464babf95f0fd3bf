import { createPrivateKey, X509Certificate } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Outgoing } from '../../http/outgoing.ts'
import type { Settings } from './model.ts'
import type { Chain, Grant } from './parts/grant.ts'
import type { Token } from './parts/is-fresh.ts'
import type { Parts } from './parts.ts'

/** PEM of a certificate and its key. */
export interface Credentials {
  readonly certificatePem: string
  readonly privateKeyPem: string
  /** PEM roots; the first is the bank's own issuer. */
  readonly trust: readonly string[]
}

/** Access tokens for the register, kept for as long as they are fresh. */
export interface Tokens {
  /** Rejects when Maskinporten refuses every grant. */
  take(): Promise<string>
  forget(): void
}

interface Setting {
  readonly settings: Settings
  readonly credentials: Credentials
  readonly parts: Pick<Parts, 'grant' | 'isFresh'>
  readonly outgoing: Outgoing
  readonly now: () => number
}

export function createTokens({ settings, credentials, parts, outgoing, now }: Setting): Tokens {
  const key = createPrivateKey(credentials.privateKeyPem)
  const chain = [credentials.certificatePem, ...credentials.trust].map(derOf) as unknown as Chain
  let kept: Token | null = null

  const sign = ({ header, claims }: Grant) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...header, x5c: [...header.x5c] }).sign(key)

  async function ask(given: Grant): Promise<Token | number> {
    const form = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: await sign(given),
    })
    const { status, body } = await outgoing.send(settings.maskinporten.tokenUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      deadlineMs: settings.deadlineMs,
    })
    if (status !== 200) return status
    const { access_token: text, expires_in: seconds } = JSON.parse(body.toString())
    return { text, got: now(), expires: now() + seconds * 1000 }
  }

  return {
    async take() {
      if (kept !== null && parts.isFresh(kept, now())) return kept.text
      let refused = 0
      for (const given of parts.grant(settings, chain, now())) {
        const got = await ask(given)
        if (typeof got !== 'number') {
          kept = got
          return got.text
        }
        refused = got
      }
      throw new Error(`Maskinporten answered ${refused}`)
    },
    forget: () => {
      kept = null
    },
  }
}

const derOf = (pem: string) => new X509Certificate(pem).raw.toString('base64')
