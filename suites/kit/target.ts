import type { IsoDate } from '../../contracts/calendar.ts'
import type { Capabilities, Config, Deviation } from '../../contracts/config/config.ts'
import type { Control, PartyName } from '../../contracts/control/protocol.ts'
import type { DsveProfile } from '../../contracts/dsve/declared.ts'
import type { Fixtures } from '../../contracts/fixtures.ts'
import type { HookName } from '../../contracts/hooks/protocol.ts'
import type { ReporterProfile } from '../../contracts/kfr/profile.ts'
import type { OperatorProfile, RegisterEvidence } from '../../contracts/kfr-register/operator.ts'
import type { KonkursvarselProfile } from '../../contracts/konkursvarsel/profile.ts'
import type { Via } from '../../contracts/report/evidence.ts'
import type { Identifier, Report, RunRecord } from '../../contracts/report/report.ts'

/** Whom the questions go to, and everything that is needed to put them. Made by `suites/targets`, the engine only uses it. */
export interface Target {
  readonly kind: Report['target']['kind']
  readonly faults: readonly string[]
  readonly participant: Report['participant']
  /** As registered in the API catalogue; also the audience of every token. A slash at the end is kept. */
  readonly baseUrl: string
  /** PEM certificates that a server certificate may chain to, beside the public ones. */
  readonly trust: readonly string[]
  /** PEM, with which the harness presents itself; null where the participant demands none. Left out means null. */
  readonly clientCertificate?: { readonly certificate: string; readonly key: string } | null
  /** PKCS #8 PEM keys of the consumer, which open what the participant seals. */
  readonly keys: readonly string[]
  readonly fixtures: Fixtures
  /** The instance in production profile; null when the participant offers none. */
  readonly production: { readonly baseUrl: string } | null
  /** Parties that are not ours: they forge no token and are never made to fail. */
  readonly external: readonly PartyName[]
  /** Organisation numbers that the participant's accounts may be at: its own and those that it declares. */
  readonly servicers: readonly string[]
  /** What the participant declares about itself. */
  readonly capabilities: Capabilities
  /** Seconds by which the participant's checks of `exp` and `iat` are lenient. Left out means unknown. */
  readonly tokenSkewSeconds?: number
  /** What its test environment offers beside its interfaces. Left out means nothing. */
  readonly hooks?: TargetHooks
  /** How it follows konkursvarsler. Left out means that nothing is declared. */
  readonly konkursvarsel?: KonkursvarselProfile
  /** How it answers a megler. Left out where nobody asks about that: neither megler nor broker stands then. */
  readonly dsve?: DsveProfile
  /** Its other base URLs, by the way that leads there. Left out means that there are none. */
  readonly besides?: Readonly<Partial<Record<Via, string>>>
  /** Where the participant is the operator of Kundeforholdsregisteret. */
  readonly kfrRegister?: OperatorProfile
  /** Files of the participant's house, by their paths; only what they hold of this run is looked for. */
  readonly evidence?: RegisterEvidence
  /** Customers that are made for one run, by its id: they are never told. Left out means none. */
  readonly madeFor?: (runId: string) => readonly Identifier[]
  /** How it reports to the register of customers. Left out means that nothing is declared. */
  readonly kfr?: ReporterProfile
  /** Breaches that the participant knows of and answers for. Left out means none. */
  readonly deviations?: readonly Deviation[]
  /** What it has agreed to beside the public documents. Left out means nothing. */
  readonly agreement?: NonNullable<Config['agreement']>
  /** The day-anchor: `yyyy-MM-dd` in Europe/Oslo. */
  readonly day: IsoDate
  /** Longest wait for one answer, in milliseconds, from connecting to its last byte. */
  readonly deadlineMs: number
  readonly control: Control
  /** The parties stood before the run, and hold the participant to the limits of the real ones. Left out means no. */
  readonly isAmongStanding?: boolean
  /** Effective configuration without secrets, for the report. */
  readonly config: Report['config']
  readonly known: RunRecord['known']
  close(): Promise<void>
}

export interface TargetHooks {
  /** No slash at the end; a hook is called at its name below. */
  readonly baseUrl: string
  readonly offers: readonly HookName[]
  /** A bearer token that the hooks ask for; never recorded. Left out means that they ask for none. */
  readonly token?: string
}
