import { hostname } from 'node:os'
import type { Config } from '../../contracts/config/config.ts'
import { controlPort, firstPort, type Listening, partyPorts } from '../../contracts/control/ports.ts'
import { usageError } from '../cli/exit.ts'
import { wholeNumber } from '../cli/options.ts'
import type { Values } from './settings.ts'
import { needsToken } from './table.ts'

/** Where the parties listen, and by which name a bank reaches them. */

interface Ports {
  readonly control: number
  readonly parties: Readonly<Record<Listening, number>>
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
