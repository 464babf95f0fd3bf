import { baseUrlOf, type Config } from '../../contracts/config/config.ts'
import { type PartyName, partyNames } from '../../contracts/control/protocol.ts'
import { aroundAccounts, type PartyFault, partyFault, withNeeded } from '../../suites/targets/mocks.ts'
import { usageError } from '../cli/exit.ts'
import { oneOrMore } from '../cli/options.ts'
import { readConfigFiles } from '../config/read.ts'

/** From the words of the command line, and the configuration, to who is started, and for which bank. */

export interface Values {
  readonly config?: string
  readonly 'base-url'?: string
  readonly party?: string
  readonly fault?: string
  readonly host?: string
  readonly 'public-host'?: string
  readonly port?: string
  readonly 'control-port'?: string
  readonly keystore?: string
  readonly 'trust-out'?: string
  readonly 'client-out'?: string
  readonly 'token-out'?: string
  readonly trust?: string
  readonly 'broker-folder'?: string
  readonly 'kfr-folder'?: string
}

/** Whom tokens are for when nobody says: a bank on its developer's machine, with a synthetic organisation number. */
const exampleBank = { name: 'Banken', organisationNumber: '314703103', baseUrl: 'https://localhost:8443/v2' } as const

interface Configured {
  readonly config: Config | null
  readonly keystore: string | null
  /** PEM. */
  readonly clientIssuers: readonly string[]
  readonly webhookIssuers: readonly string[]
}

export async function configOf(values: Values): Promise<Configured> {
  const given = values.keystore ?? null
  if (values.config === undefined) return { config: null, keystore: given, clientIssuers: [], webhookIssuers: [] }
  if (values['base-url'] !== undefined) throw usageError('--base-url and --config both name the bank; leave one out')
  const { config, keystorePath, secrets } = await readConfigFiles(values.config)
  const { clientIssuers, webhookIssuers } = secrets
  return { config, keystore: given ?? keystorePath, clientIssuers, webhookIssuers }
}

export function bankOf(config: Config | null, baseUrl: string | undefined) {
  if (config !== null) return { ...config.participant, baseUrl: baseUrlOf(config) }
  if (baseUrl === undefined) return exampleBank
  if (!/^https:\/\/[^?#\s]+$/.test(baseUrl))
    throw usageError('--base-url takes an https URL without query and fragment')
  return { ...exampleBank, baseUrl }
}

/** Whoever a bank may want to have around it. */
const usualParties = [...aroundAccounts, 'brreg'] as const

export const partiesOf = ({ party }: Values): readonly PartyName[] =>
  party === undefined ? usualParties : withNeeded(oneOrMore('party', party, partyNames))

export function faultsOf({ fault }: Values, parties: readonly PartyName[]): readonly PartyFault[] {
  if (fault === undefined) return []
  return fault.split(',').map((id) => {
    const found = knownFault(id.trim())
    if (parties.includes(found.party)) return found
    throw usageError(`--fault ${found.id} makes ${found.party} wrong, which --party leaves out`)
  })
}

function knownFault(id: string): PartyFault {
  try {
    return partyFault(id)
  } catch (error) {
    throw usageError(`--fault: ${(error as Error).message}`)
  }
}
