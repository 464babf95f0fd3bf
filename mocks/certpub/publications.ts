import { X509Certificate } from 'node:crypto'
import { participantScheme, processIdentifier, processScheme } from '../../contracts/kontrollinformasjon/profile.ts'

/** Who has published which certificates for which process. */

export const roles = ['REQUEST', 'RESPONSE'] as const
type Role = (typeof roles)[number]

/** A scheme and a value in it, as they stand on either side of `::` in a path. */
export interface Identifier {
  readonly scheme: string
  readonly value: string
}

export interface Publication {
  readonly participant: Identifier
  readonly process: Identifier
  readonly role: Role
  readonly certificates: readonly PublishedCertificate[]
}

export interface PublishedCertificate {
  readonly base64: string
  /** Decimal digits. */
  readonly serialNumber: string
  /** Milliseconds since 1970, as text. */
  readonly expire: string
}

/** What a participant publishes under; the defaults are those of DSOP's account services. */
interface PublishTo {
  readonly process?: Identifier
  readonly role?: Role
}

export interface Publications {
  /** Replaces what stood there; an empty list takes it away. */
  publish(participantIdentifier: string, certificates: readonly Uint8Array[], to?: PublishTo): void
  of(participant: Identifier): readonly Publication[]
  find(participant: Identifier, process: Identifier, role: Role): Publication | undefined
}

export function createPublications(): Publications {
  const all = new Map<string, Publication>()
  const keyOf = ({ participant, process, role }: Omit<Publication, 'certificates'>) =>
    JSON.stringify([participant.scheme, participant.value, process.scheme, process.value, role])

  return {
    publish(value, certificates, { process = accountProcess, role = 'REQUEST' } = {}) {
      if (!/^[\w:-]+$/.test(value)) {
        throw new Error(`"${value}" is no participant identifier; write it like 0192:974760673`)
      }
      const place = { participant: { scheme: participantScheme, value }, process, role }
      if (certificates.length === 0) all.delete(keyOf(place))
      else all.set(keyOf(place), { ...place, certificates: certificates.map(described(value)) })
    },
    of: (participant) => [...all.values()].filter((publication) => isSame(publication.participant, participant)),
    find: (participant, process, role) => all.get(keyOf({ participant, process, role })),
  }
}

export const accountProcess: Identifier = { scheme: processScheme, value: processIdentifier }

/** Ours: no public text names another process of DSOP. */
export const otherProcess: Identifier = { scheme: processScheme, value: 'urn:fdc:bits.no:2018:dsop:customer:1.0' }

const isSame = (one: Identifier, other: Identifier) => one.scheme === other.scheme && one.value === other.value

const described =
  (participant: string) =>
  (der: Uint8Array, index: number, all: readonly unknown[]): PublishedCertificate => {
    const { serialNumber, validToDate } = readCertificate(der, `certificate ${index + 1} of ${all.length}`, participant)
    return {
      base64: Buffer.from(der).toString('base64'),
      serialNumber: BigInt(`0x${serialNumber}`).toString(),
      expire: String(validToDate.getTime()),
    }
  }

function readCertificate(der: Uint8Array, which: string, participant: string): X509Certificate {
  try {
    return new X509Certificate(der)
  } catch (cause) {
    throw new Error(`CertPub cannot publish ${which} for ${participant}: give X.509 in DER`, { cause })
  }
}
