import type { IsoDate } from '../calendar.ts'
import type { PartyName } from '../control/protocol.ts'
import type { DsveProfile } from '../dsve/declared.ts'
import type { Fixtures } from '../fixtures.ts'
import type { HookName } from '../hooks/protocol.ts'
import type { ReporterProfile } from '../kfr/profile.ts'
import type { AgencyClient, OperatorProfile, RegisterClient, RegisterEvidence } from '../kfr-register/operator.ts'
import type { DetailNames } from '../konkursvarsel/detail-names.ts'
import type { KonkursvarselProfile } from '../konkursvarsel/profile.ts'
import type { Identifier } from '../report/report.ts'
import type { PartyKeys } from './party-keys.ts'

/**
 * The file that tells samsvar about a participant. It holds no secret: these are in the keystore that it names, in files,
 * or in the environment.
 */
export interface Config {
  readonly schema: 'samsvar.config/1'
  /** For editors only. */
  readonly $schema?: string
  readonly participant: {
    readonly name: string
    readonly organisationNumber: string
    /** Organisation numbers that accounts may be at besides the participant's own (KI-ACC-019). */
    readonly servicers?: readonly string[]
  }
  /**
   * As registered in the API catalogue, with https, with or without a slash at the end. Left out where the participant is
   * asked nothing at an account interface: it only answers megler, or only reports customers.
   */
  readonly baseUrl?: string
  /** The day-anchor, `yyyy-MM-dd` in Europe/Oslo. Today when it is left out. */
  readonly day?: IsoDate
  /** Longest wait for one answer. 30 when it is left out, as the production consumer waits. */
  readonly deadlineSeconds?: number
  /** PEM certificates that server certificates may chain to, beside the public ones; or paths of files with them. */
  readonly trust?: readonly string[]
  /** With which the harness presents itself, where the participant demands one: paths of PEM files, or PEM. */
  readonly clientCertificate?: { readonly certificate: string; readonly key: Secret }
  readonly parties: PartiesConfig
  /** Path of the keystore, relative to this file. */
  readonly keystore: string
  readonly fixtures: Fixtures
  readonly capabilities?: Capabilities
  /** How exact the participant is about time; probes stay outside of it. */
  readonly skews?: {
    /** Seconds by which its checks of `exp` and `iat` are lenient. Default 60. */
    readonly tokenSeconds?: number
  }
  /** What the test environment offers beside its interfaces (docs/hooks.md). Nothing when it is left out. */
  readonly hooks?: HooksConfig
  /** How the participant follows konkursvarsler. Makes Brreg one of the parties that each run starts. */
  readonly konkursvarsel?: KonkursvarselProfile & {
    /** PEM certificates that the bank's client certificate may chain to, beside our root; or paths of files with them. */
    readonly issuers?: readonly string[]
    /** What our Brreg calls members of a detail that are not documented. Default: as in detail-names.ts. */
    readonly detailNames?: Partial<DetailNames>
  }
  /** The participant is the operator of Kundeforholdsregisteret; `baseUrl` is that of reporting. */
  readonly kfrRegister?: RegisterConfig
  /** How the participant reports to the register of customers. Makes that one of the parties that each run starts. */
  readonly kfr?: ReporterProfile
  /** How the participant answers a megler. Makes Altinn Broker, AKELDO and a megler parties that each run starts. */
  readonly dsve?: DsveProfile & {
    /** PEM certificates that the webhook of the bank may chain to, beside our root; or paths of files with them. */
    readonly webhookIssuers?: readonly string[]
  }
  readonly deviations?: readonly Deviation[]
  /** What the participant has agreed to beside the public documents, by area. */
  readonly agreement?: { readonly ytelse?: Agreement }
}

/** Of a participant without an account interface: a name that leads nowhere (RFC 6761). */
const nowhere = 'https://none.invalid'

export const baseUrlOf = ({ baseUrl = nowhere }: Pick<Config, 'baseUrl'>): string => baseUrl

interface RegisterConfig extends Omit<OperatorProfile, 'lookUps' | 'clients'> {
  /** Base URLs by major version, as texts of YAML: a key `2.0` would be a number. No slash at the end. */
  readonly lookUps: { readonly v1?: string; readonly v2?: string }
  readonly clients: {
    readonly reporter: RegisterClient & OfMaskinporten
    readonly secondReporter: RegisterClient & OfMaskinporten
    readonly agency: AgencyClient & OfMaskinporten
  }
  /** Paths are relative to the configuration. */
  readonly evidence?: RegisterEvidence
}

/** The client at the Maskinporten of `parties.maskinporten.external`. */
interface OfMaskinporten {
  readonly maskinporten?: {
    readonly clientId: string
    readonly keyId?: string
    /** Its virksomhetssertifikat, PEM or a path: registers refuse tokens that were had without one (KFRO-009). */
    readonly certificate?: string
    readonly key: Secret
  }
}

/** A breach of what was agreed fails, also where the requirement is ours and would only warn. */
export interface Agreement {
  /** Where it is written; the report tells it. */
  readonly reference: string
  /** Ids of the requirements that it speaks of; all of the area when they are left out. */
  readonly requirements?: readonly string[]
}

interface HooksConfig {
  /** A hook is called at its name below. No slash at the end. */
  readonly baseUrl: string
  readonly offers: readonly HookName[]
  /** A bearer token that the hooks ask for. */
  readonly token?: Secret
}

/** A secret never stands in the configuration: it is read from a file, or from a variable of the environment. */
export type Secret = { readonly file: string } | { readonly environment: string }

/** Who plays the public parties. */
export type PartiesConfig =
  /** Ours, already started by `samsvar mocks` or `samsvar bank`: where their control protocol is served. */
  | { readonly control: string }
  /** Ours, started by each run on these ports with the keys of the keystore; or external where that is said. */
  | {
      /** The name by which the participant reaches this machine. Default `localhost`. */
      readonly host?: string
      /** The address to listen on. Default `127.0.0.1` where `host` means this machine, `0.0.0.0` otherwise. */
      readonly listen?: string
      readonly ports?: Readonly<Partial<Record<PartyName, number>>>
      readonly maskinporten?: 'ours' | ExternalMaskinporten
      readonly certpub?: 'ours' | 'external'
    }

/** A participant that is tied to the real test environment: tokens are asked for there, and none can be forged. */
export interface ExternalMaskinporten {
  readonly external: {
    readonly tokenEndpoint: string
    readonly clientId: string
    /** What stands in `aud` of the grant: the issuer. */
    readonly issuer: string
    readonly keyId?: string
    readonly key: Secret
  }
}

/** What the participant says it has or lacks; a row about what is absent is `not-applicable: capability-absent`. */
export interface Capabilities {
  /** Whether its test instance can answer plain JSON. Default true. */
  readonly plainJson?: boolean
  /** Whether its test instance can seal answers. Default true; a test instance that cannot is warned about. */
  readonly sealing?: boolean
  /** An instance in production profile: no plain JSON, no test issuer. Absent by default. */
  readonly production?: { readonly baseUrl: string }
  /** False when the participant asks not to be asked without TLS (KI-URL-001). Default true. */
  readonly plainHttpProbe?: boolean
  /** Whether it limits how often it is asked. */
  readonly rateLimit?: { readonly perSecond: number }
}

/** A breach that the participant knows of and answers for. It stays a breach, and is annotated. */
export interface Deviation {
  readonly requirement: string
  readonly reason: string
  readonly owner: string
  readonly approver: string
  /** `yyyy-MM-dd`, the last day on which it is in force. */
  readonly expires: IsoDate
}

/** The secrets of a participant's configuration. The file has mode 0600. */
export interface Keystore {
  readonly schema: 'samsvar.keystore/1'
  readonly controlToken: string
  /** PKCS #8 PEM keys behind the certificates that CertPub serves for the consumer. */
  readonly consumerKeys: readonly string[]
  /** What of the parties stays the same from run to run; made by `samsvar init`. */
  readonly parties?: PartyKeys
  /** What else of the participant's test data must never be told, and the names to tell instead. */
  readonly identifiers?: readonly Identifier[]
}
