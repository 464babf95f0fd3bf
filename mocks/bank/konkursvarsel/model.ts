import type { Policies } from '../../../contracts/konkursvarsel/profile.ts'
import type { Told as Line } from '../told.ts'
import type { World } from '../world/model.ts'
import type { Http } from './http.ts'

/** What the bank knows of konkursvarsler while it follows them. */

/** One element of a list, as far as it could be read. */
export interface Item {
  readonly uuid: string
  readonly type: string
  /** As it came, and the instant that it means. */
  readonly registreringstidspunkt: string
  readonly instant: number
  readonly debtor: string
  readonly kjennelsesdato: unknown
  /** Null where there is none. */
  readonly href: string | null
}

export interface Decoded {
  readonly items: readonly Item[]
  /** What could not be read, by its uuid or by what it is; set aside, so that the others go on. */
  readonly poison: readonly string[]
}

export type Detail = Readonly<Record<string, unknown>>

export interface Settings {
  /** `https://HOST:PORT`, where `/konkursvarsler` lies; no slash at the end. */
  readonly baseUrl: string
  /** How far back the first call asks. */
  readonly daysBack: number
  /** How far behind the last notice read is asked again, so that what was published late is found. Milliseconds. */
  readonly overlapMs: number
  /** The pause after a failure; it doubles with each further one, up to `longestPauseMs`. */
  readonly pauseMs: number
  readonly longestPauseMs: number
  /** How often a detail is asked for in one poll. */
  readonly attempts: number
  /** The member of a detail that names a personal debtor's units, and the member of a unit with its number. Undocumented. */
  readonly unitsKey: string
  readonly unitKey: string
  readonly policies: Required<Policies> & { readonly avslutning: Required<NonNullable<Policies['avslutning']>> }
}

/** What a restart loses unless it was stored. */
export interface Memory {
  /** What the first call asked with; null before it. ISO 8601, UTC, milliseconds. */
  start: string | null
  /** The latest registration that everything before it was acted on; null before the first. */
  last: string | null
  /** Notices that were met, with the time of their registration; older ones than are asked for again are dropped. */
  seen: Map<string, string>
}

export type Told = Line<'alarm' | 'set-aside' | 'not-understood' | 'foreign-link' | 'no-opening'>

/** What every part is handed. */
export interface Client {
  readonly world: World
  readonly settings: Settings
  readonly http: Http
  readonly memory: Memory
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** To whoever watches over the bank. */
  tell(what: Told['what'], detail: string): void
  /** To whoever reports customers to the register. */
  locked(...owners: readonly string[]): void
  /** Rejects when the poll is given up. */
  sleep(ms: number): Promise<void>
}

/** An answer that is no news. */
export class Failure extends Error {
  override readonly name = 'Failure'
  /** Milliseconds that the server wants to be left alone; null where it says nothing. */
  readonly retryAfterMs: number | null

  constructor(message: string, retryAfterMs: number | null = null) {
    super(message)
    this.retryAfterMs = retryAfterMs
  }
}
