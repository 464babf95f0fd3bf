import type { IsoDate } from '../calendar.ts'
import type { Fixtures } from '../kontrollinformasjon/fixtures.ts'
import type { Identifier } from '../report/report.ts'

/** The file that tells samsvar about a participant. It holds no secret: these are in the keystore that it names. */
export interface Config {
  readonly schema: 'samsvar.config/1'
  readonly participant: { readonly name: string; readonly organisationNumber: string }
  /** As registered in the API catalogue, with https and without a slash at the end. */
  readonly baseUrl: string
  /** The day-anchor, `yyyy-MM-dd` in Europe/Oslo. Today when it is left out. */
  readonly day?: IsoDate
  /** Longest wait for one answer. 30 when it is left out, as the production consumer waits. */
  readonly deadlineSeconds?: number
  /** PEM certificates that server certificates may chain to, beside the public ones. */
  readonly trust?: readonly string[]
  readonly parties: {
    /** Where the control protocol of the parties is served. */
    readonly control: string
  }
  /** Path of the keystore, relative to this file. */
  readonly keystore: string
  readonly fixtures: Fixtures
}

/** The secrets of a participant's configuration. The file has mode 0600. */
export interface Keystore {
  readonly schema: 'samsvar.keystore/1'
  readonly controlToken: string
  /** PKCS #8 PEM keys behind the certificates that CertPub serves for the consumer. */
  readonly consumerKeys: readonly string[]
  /** What else of the participant's test data must never be told, and the names to tell instead. */
  readonly identifiers?: readonly Identifier[]
}
