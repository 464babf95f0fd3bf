import type { Publication } from '../../contracts/konkursvarsel/notice.ts'
import type { BrregStimulus } from '../../contracts/konkursvarsel/stimuli.ts'
import type { Traffic } from '../http/traffic.ts'
import type { TlsIdentity } from '../pki/authority.ts'

/** Brønnøysundregistrene as the publisher of konkursvarsler. */
export interface Brreg {
  /** `https://HOST:PORT`, where `/konkursvarsler` lies. */
  readonly url: string
  /** How many notices came to stand in the list; one whose uuid stands there already counts as well. */
  publish(publication: Publication): number
  stimulate(stimulus: BrregStimulus): void
  /** Lawful again; what was published stays. */
  calm(): void
  /** Sets the clock, which goes on from there; null is the real time again. Gives the time that it is now. */
  advance(to: string | null): string
  close(): Promise<void>
}

export interface BrregOptions {
  readonly identity: TlsIdentity
  readonly host: string
  readonly publicHost?: string
  readonly port: number
  readonly traffic: Traffic
}

export async function startBrreg(options: BrregOptions): Promise<Brreg> {
  throw new Error(`Brreg cannot listen on port ${options.port} yet`)
}
