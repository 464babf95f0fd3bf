import type { Deed, Exchange, Observation } from '../../../contracts/report/evidence.ts'
import type { LoadReport, LoadWindow } from '../../../contracts/report/load.ts'

/** Everything that was seen, in the order in which it was asked or noticed. */
export interface Recorder {
  readonly exchanges: readonly Exchange[]
  readonly observations: readonly Observation[]
  readonly deeds: readonly Deed[]
  /** Reserves the next id, so that ids follow the order of asking. */
  nextId(): string
  record(exchange: Exchange): void
  observe(epoch: string, seen: readonly Omit<Observation, 'id' | 'epoch'>[]): void
  /** Windows of load, and what each of them says. */
  readonly loads: readonly { readonly window: LoadWindow; readonly report: LoadReport }[]
  load(window: LoadWindow, report: LoadReport): void
  /** Gives the deed its id. */
  do(deed: Omit<Deed, 'id'>): Deed
}

export function createRecorder(): Recorder {
  const exchanges: Exchange[] = []
  const observations: Observation[] = []
  const deeds: Deed[] = []
  const loads: { window: LoadWindow; report: LoadReport }[] = []
  let asked = 0
  return {
    exchanges,
    observations,
    deeds,
    loads,
    nextId: () => `x${++asked}`,
    record: (exchange) => exchanges.push(exchange),
    observe: (epoch, seen) => {
      for (const request of seen) observations.push({ id: `o${observations.length + 1}`, epoch, ...request })
    },
    load: (window, report) => loads.push({ window, report }),
    do: (deed) => {
      const done = { id: `d${deeds.length + 1}`, ...deed }
      deeds.push(done)
      return done
    },
  }
}
