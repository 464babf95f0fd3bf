import { randomBytes } from 'node:crypto'
import type { TokenRecipe } from '../../contracts/control/protocol.ts'
import {
  consumerOrganisationNumber,
  participantIdentifier,
  participantScheme,
  scope,
  tokenLifetime,
} from '../../contracts/kontrollinformasjon/profile.ts'
import { signCompact } from './compact.ts'
import type { SigningKey } from './keys.ts'
import { schemes } from './signatures.ts'

/** Access tokens by recipe, with no grant behind them: lawful ones and every defect of the catalogue's section 6. */

export interface MintContext {
  readonly issuer: string
  /** The participant's base URL. */
  readonly audience: string
  readonly key: SigningKey
  /** Whom the participant trusts, where that is somebody else. */
  readonly trusted?: string
  /** Where the issuer shows its keys. */
  readonly keysUrl?: string
  /** Milliseconds since 1970. */
  readonly now: number
}

export async function mintToken(recipe: TokenRecipe, context: MintContext): Promise<string> {
  const scheme = schemes[recipe.signature ?? 'issuer']
  const places = placesIn(context)
  const own = { kid: context.key.kid, alg: scheme.algorithm, ...(await scheme.header?.()) }
  const header = changed(own, filled(recipe.header, places))
  const claims = changed(lawfulClaims(recipe, context), filled(recipe.claims, places))
  const token = await signCompact(header, claims, scheme.signer(context.key))
  return recipe.altered === undefined ? token : withPayload(token, changed(claims, filled(recipe.altered, places)))
}

/** The signature stays, and fits no more. */
function withPayload(token: string, claims: Members): string {
  const [header, , signature] = token.split('.')
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.')
}

type Members = Readonly<Record<string, unknown>>

/** Catalogue 1.5. The real ones have neither `sub` nor `nbf`, and no `typ` in the header. */
function lawfulClaims(
  { issued = 0, expires = tokenLifetime }: TokenRecipe,
  { issuer, audience, now }: MintContext,
): Members {
  const second = Math.floor(now / 1000)
  return {
    iss: issuer,
    client_amr: 'virksomhetssertifikat',
    token_type: 'Bearer',
    client_id: '6bf1a7c2-0c62-4cb0-9a3d-3b7f5d1f8e40',
    aud: audience,
    scope,
    consumer: { authority: participantScheme, ID: participantIdentifier(consumerOrganisationNumber) },
    iat: second + issued,
    exp: second + expires,
    jti: newTokenId(),
  }
}

/** 43 characters of base64url, as the real ones. */
export const newTokenId = () => randomBytes(32).toString('base64url')

/** Sets the members of `changes`; null leaves one out. */
function changed(base: Members, changes: Members = {}): Members {
  return Object.fromEntries(Object.entries({ ...base, ...changes }).filter(([, value]) => value !== null))
}

/** What words in braces stand for. */
type Places = Readonly<Record<string, string>>

const placesIn = ({ audience, issuer, trusted = issuer, keysUrl }: MintContext): Places => ({
  audience,
  issuer: trusted,
  keys: keysUrl ?? `${issuer}jwk`,
})

function filled<T>(value: T, places: Places): T
function filled(value: unknown, places: Places): unknown {
  if (typeof value === 'string') return value.replace(/\{(\w+)\}/g, (braced, name: string) => places[name] ?? braced)
  if (Array.isArray(value)) return value.map((item) => filled(item, places))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled(item, places)]))
}
