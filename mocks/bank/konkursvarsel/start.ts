import { detailNames } from '../../../contracts/konkursvarsel/detail-names.ts'
import type { KonkursvarselProfile } from '../../../contracts/konkursvarsel/profile.ts'
import { partsWith } from '../fault.ts'
import type { World } from '../world/model.ts'
import { type ClientOptions, createClient, type Konkursvarsel } from './client.ts'
import type { KonkursFault } from './fault.ts'
import type { Settings } from './model.ts'
import type { Credentials } from './parts/connect.ts'
import { parts } from './parts.ts'
import { fileStore, memoryStore } from './store.ts'

export interface KonkursvarselOptions {
  readonly world: World
  /** Of Brreg. */
  readonly baseUrl: string
  readonly credentials: Credentials
  /** A private folder that keeps what outlives the process; left out, nothing does. */
  readonly folder?: string
  /** Milliseconds between two polls. Left out: only by hook. */
  readonly everyMs?: number
  readonly faults?: readonly KonkursFault[]
  readonly settings?: Partial<Settings>
  /** Milliseconds. Default 5000. */
  readonly deadlineMs?: number
  readonly reach?: ClientOptions['reach']
  readonly locked?: ClientOptions['locked']
}

/** What the reference bank declares. */
export const policies: Settings['policies'] = {
  oppheving: 'reopens',
  // The estate goes back to the debtor, or an agreement with the creditors binds (§ 136, § 125): nothing is left to guard.
  avslutning: { M: 'keeps', U: 'by-hand', T: 'reopens', A: 'reopens' },
  newAccount: 'locked',
}

/** A poll by hook is asked for often, so the list may be asked for as often, and pauses are short. */
export const profile: KonkursvarselProfile = { processingSeconds: 5, policies, confirmedEmptyList: 'object' }

const usual: Omit<Settings, 'baseUrl'> = {
  daysBack: 3,
  overlapMs: 3_600_000,
  pauseMs: 100,
  longestPauseMs: 60_000,
  attempts: 3,
  unitsKey: detailNames.tilknyttedeEnheter,
  unitKey: detailNames.organisasjonsnummer,
  policies,
}

export function startKonkursvarsel(options: KonkursvarselOptions): Promise<Konkursvarsel> {
  const { world, credentials, folder, everyMs = null, faults = [], deadlineMs = 5000, reach, locked } = options
  return createClient({
    world,
    settings: { ...usual, ...options.settings, baseUrl: options.baseUrl.replace(/\/+$/, '') },
    credentials,
    store: folder === undefined ? memoryStore() : fileStore(folder),
    parts: partsWith(parts, faults),
    everyMs,
    deadlineMs,
    ...(reach === undefined ? {} : { reach }),
    ...(locked === undefined ? {} : { locked }),
  })
}
