import { hostileIds, hostileKinds, isHostileId } from '../../mocks/hostile/kinds.ts'
import { type Hostile, startHostile } from '../../mocks/hostile/start.ts'
import type { Parties } from '../../mocks/parties.ts'

/**
 * Hostile banks, as commands and tests speak of them. They are chosen like faults, and are none of the fault matrix: what
 * a broken transport hides from whom depends on the questions that cross it, so they claim no exact rows.
 */
interface KnownHostile {
  readonly id: string
  readonly story: string
}

export const knownHostiles: readonly KnownHostile[] = hostileKinds.map(({ id, story }) => ({ id, story }))
export { hostileIds, isHostileId }

interface InFront {
  readonly faults: readonly string[]
  readonly names: readonly string[]
  readonly host?: string
  readonly port?: number
}

/** Stands in front of a bank that is yet to come: `passTo` tells where. Null when no hostile bank is among the faults. */
export async function standInFront({ authority, consumer }: Parties, options: InFront): Promise<Hostile | null> {
  const [kind, another] = options.faults.filter(isHostileId)
  if (another !== undefined) throw new Error(`a bank is hostile in one way at a time: choose ${kind} or ${another}`)
  if (kind === undefined) return null
  return startHostile({
    kind,
    identity: await authority.server(options.names),
    sealTo: consumer.certificatePem,
    ...(options.host === undefined ? {} : { host: options.host }),
    ...(options.port === undefined ? {} : { port: options.port }),
  })
}
