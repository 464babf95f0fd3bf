import type { SeenRequest } from '../../../contracts/control/protocol.ts'
import type { Exchange, Observation } from '../../../contracts/report/evidence.ts'

/** Everything that was seen, in the order in which it was asked or noticed. */
export interface Recorder {
  readonly exchanges: readonly Exchange[]
  readonly observations: readonly Observation[]
  /** Reserves the next id, so that ids follow the order of asking. */
  nextId(): string
  record(exchange: Exchange): void
  observe(epoch: string, seen: readonly SeenRequest[]): void
}

export function createRecorder(): Recorder {
  const exchanges: Exchange[] = []
  const observations: Observation[] = []
  let asked = 0
  return {
    exchanges,
    observations,
    nextId: () => `x${++asked}`,
    record: (exchange) => exchanges.push(exchange),
    observe: (epoch, seen) => {
      for (const request of seen) observations.push({ id: `o${observations.length + 1}`, epoch, ...request })
    },
  }
}
