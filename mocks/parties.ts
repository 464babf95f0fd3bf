import type { Control, Stimulus } from '../contracts/control/protocol.ts'
import { consumerOrganisationNumber, participantIdentifier } from '../contracts/kontrollinformasjon/profile.ts'
import { type CertPub, startCertPub } from './certpub/certpub.ts'
import { createTraffic, type Traffic } from './http/traffic.ts'
import { type Maskinporten, startMaskinporten } from './maskinporten/maskinporten.ts'
import { type Authority, createAuthority, type OrganisationIdentity } from './pki/authority.ts'

/** The public parties that stand around a bank in the account interface, started together. */

export interface PartiesOptions {
  /** Default 127.0.0.1. */
  readonly host?: string
  readonly ports?: { readonly maskinporten?: number; readonly certpub?: number }
  /** What stands in `iss`. Default: Maskinporten's own URL with a final slash. */
  readonly issuer?: string
}

/** What the parties need to know of the one who is tested. */
export interface Participant {
  /** Its base URL, which is the audience of tokens. */
  readonly audience: () => string
  /** Calls its test hook that forgets certificates and keys; false when it has none. */
  readonly forget: () => Promise<boolean>
}

export interface Parties {
  readonly authority: Authority
  readonly maskinporten: Maskinporten
  readonly certpub: CertPub
  /** Brønnøysundregistrene, published at CertPub for the fixed process. */
  readonly consumer: OrganisationIdentity
  control(participant: Participant): Control
  close(): Promise<void>
}

/** Starts everything or nothing: when the second party cannot start, the first is closed again. */
export async function startParties({ host = '127.0.0.1', ports = {}, issuer }: PartiesOptions = {}): Promise<Parties> {
  const authority = await createAuthority()
  const [identity, consumer] = await Promise.all([
    authority.server([...new Set([host, '127.0.0.1', 'localhost'])]),
    authority.organisation({ organisationNumber: consumerOrganisationNumber, name: 'Brønnøysundregistrene' }),
  ])
  const traffic = createTraffic()
  const maskinporten = await startMaskinporten({
    identity,
    host,
    port: ports.maskinporten ?? 0,
    traffic,
    trustedRoots: [authority.rootPem],
    ...(issuer === undefined ? {} : { issuer }),
  })
  const certpub = await startCertPub({ identity, host, port: ports.certpub ?? 0, traffic }).catch(async (error) => {
    await maskinporten.close()
    throw error
  })
  certpub.publish(participantIdentifier(consumerOrganisationNumber), [consumer.certificateDer])

  return {
    authority,
    maskinporten,
    certpub,
    consumer,
    control: (participant) => createControl({ maskinporten, certpub, traffic }, participant),
    async close() {
      await Promise.all([maskinporten.close(), certpub.close()])
    },
  }
}

interface Stage {
  readonly maskinporten: Maskinporten
  readonly certpub: CertPub
  readonly traffic: Traffic
}

/** `certpub outage` and the like, each with what turns it on and off. */
const stimuli: { readonly [P in Stimulus as `${P['party']} ${P['does']}`]: (stage: Stage, on: boolean) => void } = {
  'certpub outage': ({ certpub }, on) => certpub.outage(on),
  'certpub unknown-participant': ({ certpub }, on) => certpub.unknownParticipant(on),
  'maskinporten outage': ({ maskinporten }, on) => maskinporten.outage(on),
}

function createControl(stage: Stage, participant: Participant): Control {
  const { maskinporten, traffic } = stage
  return {
    async mint({ recipe }) {
      return { token: await maskinporten.mint(recipe, { audience: participant.audience() }) }
    },
    async stimulate({ stimulus }) {
      const name = `${stimulus.party} ${stimulus.does}` as keyof typeof stimuli
      const stimulusKnown = Object.hasOwn(stimuli, name)
      if (!stimulusKnown) throw new Error(`No party does "${name}"; known are: ${Object.keys(stimuli).join(', ')}`)
      stimuli[name](stage, true)
      return {}
    },
    async calm() {
      for (const turn of Object.values(stimuli)) turn(stage, false)
      return {}
    },
    async observed({ after }) {
      const { cursor, seen } = traffic.seen(after)
      return { cursor, seen }
    },
    async forget() {
      return { done: await participant.forget() }
    },
  }
}
