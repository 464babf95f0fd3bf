import { usualIngestPerSecond } from '../../../contracts/kfr/operations.ts'
import type { ReporterProfile } from '../../../contracts/kfr/profile.ts'
import { partsWith } from '../fault.ts'
import type { World } from '../world/model.ts'
import { organisationNumberFrom } from '../world/numbers.ts'
import { createReporter, type KfrReporter } from './client.ts'
import type { KfrFault } from './fault.ts'
import type { Settings } from './model.ts'
import { parts } from './parts.ts'
import type { Credentials } from './tokens.ts'

interface KfrOptions {
  readonly world: World
  /** Of the register, down to its version. */
  readonly baseUrl: string
  readonly maskinporten: Settings['maskinporten']
  readonly credentials: Credentials
  readonly faults?: readonly KfrFault[]
  readonly settings?: Partial<Settings>
}

/** What the reference bank declares: it reports at once, and no more than ten in a second. */
export const profile: ReporterProfile = { reportSeconds: 5, silenceSeconds: 2, retrySeconds: 1 }

/** So many that a file takes some seconds to be taken in, and what happens meanwhile can be seen. */
const portfolio = 1300

/** In a series from which nothing else is drawn, and synthetic. */
const others: readonly string[] = Array.from({ length: portfolio * 2 }, (_, index) =>
  organisationNumberFrom(`3199${String(index).padStart(4, '0')}`),
)
  .filter((number) => number !== null)
  .slice(0, portfolio)

const usual: Omit<Settings, 'baseUrl' | 'institution' | 'maskinporten'> = {
  pauseMs: 100,
  longestPauseMs: 1600,
  deadlineMs: 2000,
  fileDeadlineMs: 30_000,
  ingestPerSecond: usualIngestPerSecond,
  others,
}

export function startKfrReporter(options: KfrOptions): KfrReporter {
  const { world, baseUrl, maskinporten, credentials, faults = [] } = options
  return createReporter({
    world,
    settings: {
      ...usual,
      ...options.settings,
      baseUrl: baseUrl.replace(/\/+$/, ''),
      institution: world.bank.organisationNumber,
      maskinporten,
    },
    credentials,
    parts: partsWith(parts, faults),
  })
}
