/** What Brreg saw of a request, besides what every party notes. Holds no debtor. */

/** `handshake`: a connection that never came to a request. */
const askedFor = ['root', 'full-list', 'updated-list', 'detail', 'other', 'handshake'] as const
export type AskedFor = (typeof askedFor)[number]

export interface BrregSighting {
  readonly asked: AskedFor
  readonly tls: {
    /** `TLSv1.3` and the like; null when none was agreed on. */
    readonly protocol: string | null
    readonly certificate: ClientCertificate | null
  }
  /** What stood in the path after `oppdatert/`, percent-decoded once; it may be no time at all. */
  readonly since?: string
  /** The uuid that a detail was asked of. */
  readonly notice?: string
  /** Whether the address is one that a list gave out, or made after the documented path. */
  readonly way?: 'href' | 'path' | 'foreign-host'
  readonly served?: Served
  /** Bytes of what was sent. */
  readonly contentLength?: number
  /** The time that it was for the parties, where their clock was set; ISO 8601, UTC. */
  readonly clock?: string
}

/** A list as it was served whole; left out when it failed. */
export interface Served {
  readonly count: number
  /** Of the first hundred, in the order of the list. */
  readonly notices: readonly string[]
  /** The highest `registreringstidspunkt` in it; null when it is empty. */
  readonly latest: string | null
}

export interface ClientCertificate {
  /** From `serialNumber` or `organizationIdentifier` of the subject; null when neither holds one. */
  readonly organisationNumber: string | null
  /** Whether it chains to an issuer that is accepted, and is in its dates. */
  readonly trusted: boolean
  readonly issuer: string
  /** ISO 8601, UTC. */
  readonly notBefore: string
  readonly notAfter: string
  /** Certificate policies, as dotted numbers. */
  readonly policies: readonly string[]
}
