import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Config } from '../../contracts/config/config.ts'
import type { PartyKeys } from '../../contracts/config/party-keys.ts'
import { controlPort, firstPort, type Listening, partyPorts } from '../../contracts/control/ports.ts'
import { type PartyName, partyNames } from '../../contracts/control/protocol.ts'
import {
  aroundAccounts,
  makePartyKeys,
  type PartyFault,
  partyFault,
  withBank,
  withNeeded,
} from '../../suites/targets/mocks.ts'
import { newControlToken } from '../../suites/targets/stage.ts'
import { setupError, usageError } from '../cli/exit.ts'
import { oneOrMore, wholeNumber } from '../cli/options.ts'
import { readConfigFiles, writePrivately } from '../config-files.ts'
import { type ClientPlace, keptIn } from './keystore-file.ts'
import { needsToken, quoted } from './table.ts'

/** From the words of the command line, and the configuration, to what is started. */

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

export interface Ports {
  readonly control: number
  readonly parties: Readonly<Record<Listening, number>>
}

interface Configured {
  readonly config: Config | null
  readonly keystore: string | null
  /** PEM. */
  readonly clientIssuers: readonly string[]
}

export async function configOf(values: Values): Promise<Configured> {
  const given = values.keystore ?? null
  if (values.config === undefined) return { config: null, keystore: given, clientIssuers: [] }
  if (values['base-url'] !== undefined) throw usageError('--base-url and --config both name the bank; leave one out')
  const { config, keystorePath, secrets } = await readConfigFiles(values.config)
  return { config, keystore: given ?? keystorePath, clientIssuers: secrets.clientIssuers }
}

export function bankOf(config: Config | null, baseUrl: string | undefined) {
  if (config !== null) return { ...config.participant, baseUrl: config.baseUrl }
  if (baseUrl === undefined) return exampleBank
  if (!/^https:\/\/[^?#\s]+$/.test(baseUrl))
    throw usageError('--base-url takes an https URL without query and fragment')
  return { ...exampleBank, baseUrl }
}

/** The command line before the configuration before the table of contracts/control/ports.ts. */
export function portsOf(values: Values, config: Config | null): Ports {
  const number = (name: 'port' | 'control-port') =>
    values[name] === undefined ? undefined : wholeNumber(name, values[name], { min: 0, max: 65_535 })
  const first = number('port')
  const parties = first === undefined ? { ...partyPorts, ...configuredPorts(config) } : portsFrom(first)
  for (const port of Object.values(parties)) {
    if (port > 65_535) throw usageError(`--port ${first} leaves no port for the last party; give a lower one`)
  }
  const below = first === undefined ? (configuredControlPort(config) ?? controlPort) : Math.max(0, first - 1)
  return { parties, control: number('control-port') ?? below }
}

/** The distances of the table, from another first one; 0 is a free one for each. */
const portsFrom = (first: number) =>
  Object.fromEntries(
    Object.entries(partyPorts).map(([name, port]) => [name, first === 0 ? 0 : first + port - firstPort]),
  ) as Ports['parties']

const configuredPorts = (config: Config | null) =>
  config !== null && 'ports' in config.parties ? config.parties.ports : undefined

function configuredControlPort(config: Config | null): number | undefined {
  if (config === null || !('control' in config.parties)) return undefined
  const { port, protocol } = new URL(config.parties.control)
  return Number(port) || (protocol === 'https:' ? undefined : 80)
}

export function hostsOf(values: Values, config: Config | null): { host: string; publicHost?: string } {
  const { host: configured, listen } = config !== null && !('control' in config.parties) ? config.parties : {}
  // A bank that reaches this machine by another name than its own comes from elsewhere.
  const usual = configured !== undefined && needsToken(configured) ? '0.0.0.0' : '127.0.0.1'
  const host = values.host ?? listen ?? usual
  // An address that means "all interfaces" cannot be called from elsewhere.
  const everywhere = ['0.0.0.0', '::'].includes(host) ? hostname() : undefined
  const publicHost = values['public-host'] ?? configured ?? everywhere
  return { host, ...(publicHost === undefined ? {} : { publicHost }) }
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

export interface Secrets {
  readonly keys: PartyKeys
  readonly keystore: { readonly path: string; readonly made: boolean } | null
  /** Null when none is needed; `shown` is a shell expression that gives it. */
  readonly token: { readonly text: string; readonly shown: string } | null
}

interface SecretsPlace {
  readonly keystore: string | null
  readonly host: string
  /** Whose client certificate is among the keys. */
  readonly bank: { readonly name: string; readonly organisationNumber: string }
}

/** Throws a CommandError, also when a token is needed and would stand nowhere. */
export async function secretsOf(values: Values, place: SecretsPlace): Promise<Secrets> {
  const { keystore, host, bank } = place
  const tokenOut = values['token-out']
  const needed = needsToken(host)
  if (needed && keystore === null && tokenOut === undefined) {
    throw usageError(
      `beyond loopback control takes a token, which is never printed: add --keystore FILE or --token-out FILE`,
    )
  }
  const kept = keystore === null ? null : await keptIn(keystore, bank)
  const text = kept?.controlToken ?? newControlToken()
  if (needed && tokenOut !== undefined) {
    await writePrivately(tokenOut, `${text}\n`).catch((error: Error) => {
      throw setupError(`the control token cannot be written to ${tokenOut}: ${error.message}`)
    })
  }
  return {
    keys: kept?.keys ?? (await withBank(await makePartyKeys(), bank)),
    keystore: kept === null || keystore === null ? null : { path: keystore, made: kept.made },
    token: needed
      ? { text, shown: tokenOut === undefined ? fromKeystore(keystore ?? '') : `$(cat ${quoted(tokenOut)})` }
      : null,
  }
}

const fromKeystore = (path: string) => String.raw`$(sed -n 's/^ *"controlToken": "\(.*\)",*$/\1/p' ${quoted(path)})`

/** Where the root certificate goes: as told, or beside the keystore (`c.keystore.json`, `c.root.pem`), or nowhere. */
export function trustPlace(values: Values, keystore: string | null): string | null {
  return values['trust-out'] ?? (keystore === null ? null : `${besides(keystore)}.root.pem`)
}

/** Where the client certificate of the bank goes, and its key: as told, or beside the keystore, or nowhere. */
export function clientPlace(values: Values, keystore: string | null): ClientPlace | null {
  const given = values['client-out']
  if (given !== undefined) return { certificate: given, key: `${given.replace(/\.pem$/, '')}-key.pem` }
  if (keystore === null) return null
  return { certificate: `${besides(keystore)}.client.pem`, key: `${besides(keystore)}.client-key.pem` }
}

const besides = (keystore: string) => join(dirname(keystore), basename(keystore).replace(/(\.keystore)?\.json$/, ''))
