import type { Act } from '../altinn-broker/acts.ts'
import type { BrokerStimulus } from '../altinn-broker/stimuli.ts'
import type { Inquiry, Letter, Sent } from '../dsve/correspondence.ts'
import type { LookedUp, LookUp } from '../kfr/look-up.ts'
import type { KfrSighting } from '../kfr/sighting.ts'
import type { KfrStimulus } from '../kfr/stimuli.ts'
import type { Publication } from '../konkursvarsel/notice.ts'
import type { BrregSighting } from '../konkursvarsel/sighting.ts'
import type { BrregStimulus } from '../konkursvarsel/stimuli.ts'
import type { GrantSighting } from '../maskinporten/grant-sighting.ts'

/**
 * Between suites and parties: what a suite may ask of the public parties that stand around the participant.
 * One interface, two transports: the parties' own object in process, and HTTP beside it.
 * Calls name fixtures (`P4`), never persons.
 */

export const partyNames = [
  'maskinporten',
  'certpub',
  'catalogue',
  'brreg',
  'altinn-broker',
  'akeldo',
  'megler',
  'kfr',
] as const
export type PartyName = (typeof partyNames)[number]

/**
 * How an access token is made. The empty recipe is the token of a lawful call: header `kid` and `alg`, claims of
 * maskinporten.md section 1.5, audience the participant's base URL, scope `bits:kontoinformasjon`,
 * consumer Brønnøysundregistrene, 120 seconds of life from now. Every member changes one thing.
 */
export interface TokenRecipe {
  /** Header members to set; null leaves the member out. */
  readonly header?: Readonly<Record<string, unknown>>
  /**
   * Claims to set; null leaves the claim out. In texts here, in the header and in `altered`, `{audience}` stands for the
   * participant's base URL, `{issuer}` for the issuer whom its test instance trusts, `{keys}` for the address of the key
   * set of whoever signs.
   */
  readonly claims?: Readonly<Record<string, unknown>>
  /** Seconds from now, negative for the past. Default 0. */
  readonly issued?: number
  /** Seconds from now. Default 120. */
  readonly expires?: number
  readonly signature?: TokenSignature
  /** Who issues and signs. Default `test`, whom the participant's test instance trusts. */
  readonly issuer?: TokenIssuer
  /** Claims that are changed after the signature was made, which then fits no more; null takes one out. */
  readonly altered?: Readonly<Record<string, unknown>>
}

/**
 * `test`: the Maskinporten of the test environment. `production`: the one whom only an instance in production profile
 * trusts. `other`: a lawful issuer with metadata and keys of its own, whom nobody here trusts.
 */
export const tokenIssuers = ['test', 'production', 'other'] as const
export type TokenIssuer = (typeof tokenIssuers)[number]

/**
 * Who signs. `issuer`: the current key of the issuer. `unknown-key`: an RSA key of nobody; `-jwk` and `-x5c` say which in
 * the header of that name. `none`: an empty signature.
 * `hmac-…`: HS256 with a public text of the issuer's key as the secret.
 */
export const tokenSignatures = [
  'issuer',
  'unknown-key',
  'unknown-key-jwk',
  'unknown-key-x5c',
  'none',
  'hmac-spki-pem',
  'hmac-spki-pem-trimmed',
  'hmac-spki-der',
  'hmac-jwk',
] as const
export type TokenSignature = (typeof tokenSignatures)[number]

/** What a party is made to do, until it is told to be calm. The member `does` also names the epoch. */
export type Stimulus =
  | { readonly party: 'certpub'; readonly does: 'outage' | 'unknown-participant' }
  /** `short-tokens`: they live for two seconds, and say so. */
  | { readonly party: 'maskinporten'; readonly does: 'outage' | 'short-tokens' }
  | BrokerStimulus
  | { readonly party: 'akeldo'; readonly does: 'outage' | 'odd-entries' }
  | BrregStimulus
  | KfrStimulus

/** One request that reached a party. */
export interface SeenRequest {
  readonly party: PartyName
  /** ISO 8601, UTC. */
  readonly at: string
  readonly method: string
  /** Path and query as they stood on the wire. */
  readonly path: string
  /** 0 when the caller hung up before there was an answer. */
  readonly status: number
  /** What Brreg notes besides, where it was Brreg. */
  readonly brreg?: BrregSighting
  /** What Maskinporten notes of a grant. */
  readonly maskinporten?: GrantSighting
  /** What Kundeforholdsregisteret notes besides, where it was that. */
  readonly kfr?: KfrSighting
}

export interface Control {
  /** An access token by recipe, with no grant behind it. */
  mint(request: { readonly recipe: TokenRecipe }): Promise<{ readonly token: string }>
  /** Puts a party in a state; it stays there until `calm`. */
  stimulate(request: { readonly stimulus: Stimulus }): Promise<Record<string, never>>
  /** Every party is conformant again. What was published stays. */
  calm(request: Record<string, never>): Promise<Record<string, never>>
  /**
   * What reached the parties after the cursor of an earlier answer; 0 for everything. The parties remember a bounded
   * number: `lost` says how many after the cursor are gone, and is left out when none is.
   */
  observed(request: {
    readonly after: number
  }): Promise<{ readonly cursor: number; readonly seen: readonly SeenRequest[]; readonly lost?: number }>
  /** Brreg publishes notices. A uuid that was published before is delivered as it was then. */
  publish(request: { readonly publication: Publication }): Promise<{ readonly published: number }>
  /** The parties' clock stands at that time, and goes on from there; null is the real time again. ISO 8601. */
  advance(request: { readonly to: string | null }): Promise<{ readonly now: string }>
  /** The megler builds a request and sends it to the participant through the broker. */
  inquire(request: { readonly inquiry: Inquiry }): Promise<Sent>
  /** Brønnøysundregistrene ask the register of customers for a bostyrer, with a client and a token of their own. */
  lookUp(request: { readonly lookUp: LookUp }): Promise<LookedUp>
  /** What the megler learned after the cursor of an earlier answer, as `observed` does. */
  letters(request: {
    readonly after: number
  }): Promise<{ readonly cursor: number; readonly letters: readonly Letter[]; readonly lost?: number }>
  /** What callers did at the broker after the cursor of an earlier answer, as `observed` does. */
  acts(request: {
    readonly after: number
  }): Promise<{ readonly cursor: number; readonly acts: readonly Act[]; readonly lost?: number }>
  /** Asks the participant's test hook to forget cached certificates and keys; `done` is false when it offers none. */
  forget(request: Record<string, never>): Promise<{ readonly done: boolean }>
}

export const controlCalls = [
  'mint',
  'stimulate',
  'calm',
  'observed',
  'publish',
  'advance',
  'inquire',
  'lookUp',
  'letters',
  'acts',
  'forget',
] as const satisfies (keyof Control)[]
