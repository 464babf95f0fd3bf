import type { SeenRequest } from '../../../contracts/control/protocol.ts'
import type { Deed, Exchange, Observation } from '../../../contracts/report/evidence.ts'

/** Everything that was seen, in the order in which it was asked or noticed. */
export interface Recorder {
  readonly exchanges: readonly Exchange[]
  readonly observations: readonly Observation[]
  readonly deeds: readonly Deed[]
  /** Reserves the next id, so that ids follow the order of asking. */
  nextId(): string
  record(exchange: Exchange): void
  observe(epoch: string, seen: readonly SeenRequest[]): void
  /** Gives the deed its id. */
  do(deed: Omit<Deed, 'id'>): Deed
}

export function createRecorder(): Recorder {
  const exchanges: Exchange[] = []
  const observations: Observation[] = []
  const deeds: Deed[] = []
  let asked = 0
  return {
    exchanges,
    observations,
    deeds,
    nextId: () => `x${++asked}`,
    record: (exchange) => exchanges.push(exchange),
    observe: (epoch, seen) => {
      for (const request of seen) observations.push({ id: `o${observations.length + 1}`, epoch, ...request })
    },
    do: (deed) => {
      const done = { id: `d${deeds.length + 1}`, ...deed }
      deeds.push(done)
      return done
    },
  }
}
