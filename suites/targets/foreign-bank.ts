import type { IsoDate } from '../../contracts/calendar.ts'
import type { Fixtures } from '../../contracts/kontrollinformasjon/fixtures.ts'
import { bankOf, fixturesOf, makeWorld } from '../../mocks/bank/world/world.ts'
import { makeIdentity } from '../../mocks/fjordbanken/identity.ts'
import { startFjordbanken } from '../../mocks/fjordbanken/start.ts'

/** A bank of another house: with its own keys and people, it knows the parties by their addresses and their root alone. */
export interface ForeignBank {
  readonly baseUrl: string
  readonly listenUrl: string
  /** PEM; what a caller of the bank must trust. */
  readonly rootPem: string
  readonly participant: { readonly name: string; readonly organisationNumber: string }
  /** Who plays which fixture. */
  readonly fixtures: Fixtures
  close(): Promise<void>
}

export interface ForeignBankOptions {
  readonly seed: number
  readonly day: IsoDate
  readonly issuer: string
  readonly locatorUrl: string
  /** PEM roots of the parties. */
  readonly trust: readonly string[]
  readonly publicUrl?: string
  readonly host?: string
  readonly port?: number
  /** Is told when a party cannot be reached. */
  readonly tell?: (line: string) => void
}

/** Which banks there are to choose among. */
export const foreignBanks = ['fjordbanken'] as const

/** Added to the seed, so that it shares nobody with the reference bank but the published debtors. */
export const otherSeed = 7000

/** Nobody is called before the first question comes, so the parties may be started later. */
export async function startForeignBank(options: ForeignBankOptions): Promise<ForeignBank> {
  const { seed, day, issuer, locatorUrl, trust, publicUrl, host, port, tell } = options
  const world = makeWorld({ seed: seed + otherSeed, day })
  const names = ['localhost', '127.0.0.1', ...(host ? [host] : []), ...(publicUrl ? [new URL(publicUrl).hostname] : [])]
  const { identity, rootPem } = await makeIdentity([...new Set(names)])
  const bank = await startFjordbanken({
    world,
    identity,
    maskinporten: { issuer },
    certpub: { locatorUrl },
    trust,
    ...(publicUrl !== undefined && { publicUrl }),
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(tell !== undefined && { tell }),
  })
  return {
    baseUrl: bank.baseUrl,
    listenUrl: bank.listenUrl,
    rootPem,
    participant: { ...bankOf(world), name: 'Fjordbanken' },
    fixtures: fixturesOf(world),
    close: () => bank.close(),
  }
}
