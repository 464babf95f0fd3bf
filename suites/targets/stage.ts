import { randomUUID } from 'node:crypto'
import type { IsoDate } from '../../contracts/calendar.ts'
import type { Control } from '../../contracts/control/protocol.ts'
import type { Fixtures } from '../../contracts/kontrollinformasjon/fixtures.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import { faultById } from '../../mocks/bank/kontrollinformasjon/faults/index.ts'
import { type Bank, startBank } from '../../mocks/bank/start.ts'
import { bankOf, fixturesOf, identifiersOf, makeWorld } from '../../mocks/bank/world/world.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'

/** The reference bank and the parties around it, on sockets of their own. */
export interface Stage {
  readonly bank: Bank
  readonly parties: Parties
  readonly participant: { readonly name: string; readonly organisationNumber: string }
  readonly fixtures: Fixtures
  readonly known: RunRecord['known']
  readonly control: Control
  close(): Promise<void>
}

export interface StageOptions {
  readonly seed: number
  readonly day: IsoDate
  /** Ids; an unknown one throws and names the nearest. */
  readonly faults: readonly string[]
  /** Where the bank is reached from outside: its base URL and the audience of tokens. */
  readonly publicUrl?: string
  readonly host?: string
  readonly port?: number
  /** Parties that already stand; they are then not closed with the stage. */
  readonly parties?: Parties
}

export async function startStage(options: StageOptions): Promise<Stage> {
  const faults = options.faults.map(faultById)
  const world = makeWorld(options)
  const parties = options.parties ?? (await startParties())
  const closeParties = () => (options.parties === undefined ? parties.close() : Promise.resolve())
  try {
    const bank = await startBank({
      world,
      faults,
      identity: await parties.authority.server(['localhost', '127.0.0.1', ...(options.host ? [options.host] : [])]),
      maskinporten: parties.maskinporten,
      certpub: parties.certpub,
      trust: [parties.authority.rootPem],
      ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
      ...(options.host === undefined ? {} : { host: options.host }),
      ...(options.port === undefined ? {} : { port: options.port }),
    })
    const forget = async () => {
      bank.forget()
      return true
    }
    return {
      bank,
      parties,
      participant: bankOf(world),
      fixtures: fixturesOf(world),
      known: { identifiers: identifiersOf(world), secrets: [parties.consumer.privateKeyPem] },
      control: parties.control({ audience: () => bank.baseUrl, forget }),
      close: async () => {
        await bank.close()
        await closeParties()
      },
    }
  } catch (error) {
    await closeParties()
    throw error
  }
}

/** A secret for one run of a process. */
export const newControlToken = () => randomUUID() + randomUUID()
