import type { Act } from '../altinn-broker/acts.ts'
import type { SeenRequest, TokenRecipe } from '../control/protocol.ts'
import type { LetterSighting } from '../dsve/sighting.ts'

/** What was seen: the only ground on which anything is judged. Shapes of `evidence.ndjson`, before redaction. */

export type Headers = Readonly<Record<string, string>>

/** A request as it was put, without the ids that the harness invents and without the token itself. */
export interface AskedRequest {
  readonly method: string
  /** Relative to the participant's base URL; begins with a slash. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Names in the spelling that went out. Never holds Authorization. */
  readonly headers: Headers
  /** How the access token was made; null when none was sent. */
  readonly token: TokenRecipe | null
  /** What stood in Authorization instead of a token; never a token or a part of one. */
  readonly authorization?: string
  /** As it was sent; of a file its description, where it would be megabytes or name customers. */
  readonly body?: string
  /** Another way to the participant than the usual one. */
  readonly via?: Via
}

/**
 * `plain-http`: the same address without TLS. `fresh-connection`: a connection that nothing else uses.
 * `production`: the participant's instance in production profile. `hook`: a hook of its test environment, which the path
 * names. `old-tls`: the same address with TLS 1.1 at the most. `look-up-v1`, `look-up-v2`: the interface of a register that agencies ask, by its version.
 */
const ways = ['plain-http', 'fresh-connection', 'production', 'hook', 'old-tls', 'look-up-v1', 'look-up-v2'] as const
export type Via = (typeof ways)[number]

/**
 * Why the harness did not read a body, or what was sealed in it. `too-large`, `too-many-values`: more than it holds of
 * one answer. `enough`: more than it holds of all large answers of a run. `too-deep`: JSON that nests without need.
 */
const unreads = ['too-large', 'too-many-values', 'enough', 'too-deep'] as const
export type Unread = (typeof unreads)[number]

/** What an answer's body turned out to be. `duplicateKeys`: pointers of members whose name stands twice; the last counts. */
export type Content =
  | { readonly form: 'empty' }
  | { readonly form: 'json'; readonly value: unknown; readonly duplicateKeys?: readonly string[] }
  | { readonly form: 'text'; readonly unread?: Unread }
  | {
      readonly form: 'jwe'
      /** Five base64url parts and nothing around them. */
      readonly compact: boolean
      readonly header: Readonly<Record<string, unknown>>
      readonly opened: Opened | { readonly error: string }
      /** Digests of the content key and of the IV, so that two answers can be compared; null where it was not opened. */
      readonly fresh?: { readonly key: string; readonly iv: string } | null
    }

/** What can stand around JSON that was sealed: a byte order mark; JSON itself, as a text in it; a JWS; base64. */
export type Wrapping = 'bom' | 'text' | 'jws' | 'base64'

/**
 * What was sealed. `cut`: the text is only its beginning. `utf8`: false when it was not well-formed (RFC 3629).
 * `wrapped`: the text is no JSON document, and the value was found inside of this.
 */
export interface Opened {
  readonly text: string
  /** Whose key opened it: 0 is the consumer's, 1 that of fixture C2's agency; of further keys, where they stand. */
  readonly by?: number
  readonly value: unknown
  readonly utf8?: false
  readonly wrapped?: Wrapping
  readonly cut?: true
  readonly unread?: Unread
  readonly duplicateKeys?: readonly string[]
}

/**
 * `bytes` counts what came; `cut`: the text is only its beginning; `left`: more came, and was not waited for.
 * `utf8`: false when it was not well-formed (RFC 3629).
 */
export interface Body {
  readonly text: string
  readonly bytes: number
  readonly cut?: true
  readonly left?: true
  readonly utf8?: false
}

export interface Answered {
  readonly kind: 'answered'
  readonly status: number
  /** Lower-case names; repeated headers are joined with a comma and a blank. */
  readonly headers: Headers
  readonly body: Body
  readonly content: Content
}

/** `given-up`: it was not asked, because too many like it had no answer. */
export const silences = ['timeout', 'refused', 'reset', 'tls', 'dns', 'protocol', 'too-large', 'given-up'] as const
export interface Silent {
  readonly kind: 'silent'
  readonly why: (typeof silences)[number]
  readonly detail: string
  /** It had less time than the deadline, so its silence speaks against nobody. */
  readonly hurried?: true
}

/** The harness asked, the participant answered or stayed silent. */
export interface Exchange {
  /** `x1`, `x2`, … in the order in which they were asked. */
  readonly id: string
  /** Named by the stimulus that was in force; `calm` when none was. */
  readonly epoch: string
  readonly repeat: number
  /** Invented for this exchange: CorrelationID and the like. */
  readonly invented: Headers
  readonly request: AskedRequest
  readonly outcome: Answered | Silent
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly durationMs: number
}

/** A party of ours saw a request. */
export interface Observation extends SeenRequest {
  /** `o1`, `o2`, … */
  readonly id: string
  readonly epoch: string
  /** What the broker notes of a call; `method` is then the operation. */
  readonly act?: Act
  /** What the megler learned of one of its cases; `method` is then what it is, and `path` the fixture. */
  readonly letter?: LetterSighting
}

/** What the harness did to the parties, or waited for: what is seen afterwards is read beside it. */
export interface Deed {
  /** `d1`, `d2`, … */
  readonly id: string
  readonly epoch: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly does: 'publish' | 'stimulate' | 'calm' | 'advance' | 'inquire' | 'lookUp' | 'wait' | 'instruct' | 'inspect'
  /** What the parties were told; of a wait, what it was for; of an instruction, what people were asked to do. Names fixtures, and nobody's number. */
  readonly told: unknown
  readonly outcome: unknown
}

/** The outcome of what could not be done. */
export interface Failed {
  readonly failed: string
}

/** The outcome of a wait, and of an instruction: whether what it was for was seen. */
export interface Waited {
  readonly met: boolean
  /** ISO 8601, UTC: the end of the patience. */
  readonly until: string
  readonly seconds: number
}
