import type { KeyObject } from 'node:crypto'
import { processIdentifier } from '../../../../contracts/kontrollinformasjon/profile.ts'
import type { Outgoing } from '../outgoing.ts'
import { type Recipient, recipientFrom } from './certificate.ts'
import { NotRegistered, publishedCertificates, type Wanted } from './lookup.ts'

/** Whose key the answers are sealed with. */
export interface Recipients {
  /** Throws `RecipientMissing`. */
  keyOf(organisationNumber: string, process?: string): Promise<KeyObject>
  forget(): void
}

export class RecipientMissing extends Error {
  override readonly name = 'RecipientMissing'
  /** `unknown`: CertPub has none, or none that may be used. `unreachable`: CertPub did not say. */
  readonly why: 'unknown' | 'unreachable'

  constructor(why: RecipientMissing['why'], options: ErrorOptions) {
    super(`No certificate of the consumer can be had: ${why}`, options)
    this.why = why
  }
}

interface RecipientOptions {
  readonly outgoing: Pick<Outgoing, 'get'>
  readonly locatorUrl: string
  readonly trust: readonly string[]
  readonly now: () => number
}

/** Milliseconds. After `fresh` CertPub is asked again; until `stale` an old answer bridges an outage (CP-13, CP-14, CP-20). */
const lifetime = { fresh: 3_600_000, stale: 24 * 3_600_000 } as const

interface Held extends Recipient {
  readonly since: number
}

export function createRecipients(options: RecipientOptions): Recipients {
  const { now } = options
  const cache = new Map<string, Held>()
  const running = new Map<string, Promise<Held>>()

  /** What is held of an organisation, if it is young enough and its certificate has not ended. */
  const heldWithin = (wanted: string, age: number) => {
    const held = cache.get(wanted)
    return held !== undefined && now() - held.since <= age && now() <= held.notAfter ? held : undefined
  }

  const ask = (name: string, wanted: Wanted) => {
    const asked = running.get(name) ?? lookUp(options, wanted).finally(() => running.delete(name))
    running.set(name, asked)
    return asked
  }

  return {
    async keyOf(organisationNumber, process = processIdentifier) {
      const wanted = `${organisationNumber} ${process}`
      const fresh = heldWithin(wanted, lifetime.fresh)
      if (fresh) return fresh.key
      try {
        const found = await ask(wanted, { organisationNumber, process })
        cache.set(wanted, found)
        return found.key
      } catch (cause) {
        // What CertPub no longer publishes must no longer be used (CP-12); silence says nothing of that (CP-13).
        if (cause instanceof NotRegistered) cache.delete(wanted)
        const bridge = heldWithin(wanted, lifetime.stale)
        if (bridge) return bridge.key
        throw new RecipientMissing(cause instanceof NotRegistered ? 'unknown' : 'unreachable', { cause })
      }
    },
    forget: () => cache.clear(),
  }
}

/** The first that may be used of several (CP-11). One that may not be used counts as none (CP-05). */
async function lookUp({ outgoing, locatorUrl, trust, now }: RecipientOptions, wanted: Wanted): Promise<Held> {
  const certificates = await publishedCertificates(outgoing, locatorUrl, wanted)
  const { organisationNumber } = wanted
  const problems: string[] = []
  for (const der of certificates) {
    const outcome = recipientFrom(der, { organisationNumber, trust, now: now() })
    if ('key' in outcome) return { ...outcome, since: now() }
    problems.push(outcome.problem)
  }
  throw new NotRegistered(`None of ${certificates.length} published certificates may be used: ${problems.join('; ')}`)
}
