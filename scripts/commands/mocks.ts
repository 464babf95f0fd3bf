import { once } from 'node:events'
import { type ServedControl, serveControl } from '../../contracts/control/http-server.ts'
import { firstPort } from '../../contracts/control/ports.ts'
import { type PartyName, partyNames } from '../../contracts/control/protocol.ts'
import {
  type Mocks,
  type MocksOptions,
  partyFaults,
  type SeenExchange,
  startMocks,
} from '../../suites/targets/mocks.ts'
import { admittedBy, namesIn } from '../../suites/targets/own-parties.ts'
import { type Console, defineCommand } from '../cli/command.ts'
import { exitCodes, setupError, usageError } from '../cli/exit.ts'
import { rootsIn } from '../config/roots.ts'
import { writeClient, writeTrust } from '../mocks/keystore-file.ts'
import {
  bankOf,
  clientPlace,
  configOf,
  faultsOf,
  hostsOf,
  partiesOf,
  portsOf,
  secretsOf,
  trustPlace,
} from '../mocks/settings.ts'
import { table } from '../mocks/table.ts'
import { trafficLine } from '../mocks/traffic-line.ts'

export default defineCommand({
  summary: 'starts the public parties around a bank, and shows what reaches them, until it is interrupted',
  options: {
    config: { value: 'FILE', help: 'of the bank: its base URL, ports, and the keystore with the keys' },
    'base-url': { value: 'URL', help: 'of the bank, when there is no configuration: the audience of tokens' },
    party: { value: 'P,…', help: `only these: ${partyNames.join(', ')}` },
    fault: { value: 'ID,…', help: 'makes a party wrong in this way; --faults lists them' },
    faults: { help: 'lists the faults of the parties, and starts nothing' },
    host: { value: 'HOST', help: 'address to listen on (default 127.0.0.1); beyond loopback, control takes a token' },
    'public-host': { value: 'NAME', help: 'the name by which the bank reaches this machine (default: the host)' },
    port: { value: 'N', help: `of Maskinporten, the others follow (default ${firstPort}; 0: free ones for all)` },
    'control-port': { value: 'N', help: 'of the control protocol (default: one below Maskinporten)' },
    keystore: { value: 'FILE', help: 'keeps the keys between runs; is made when it is not there' },
    'trust-out': { value: 'FILE', help: 'writes the root certificate (default: beside the keystore)' },
    'client-out': {
      value: 'FILE',
      help: 'writes the certificate of the bank, and FILE-key.pem with its key (default: beside the keystore)',
    },
    'token-out': { value: 'FILE', help: 'writes the control token, where one is needed' },
    trust: { value: 'FILE', help: 'PEM roots of webhooks of the bank, which the broker calls' },
    'broker-folder': { value: 'DIR', help: 'where the broker keeps its transfers, so that they outlive it' },
    'kfr-folder': {
      value: 'DIR',
      help: 'where Kundeforholdsregisteret keeps what was reported, so that it outlives it',
    },
    quiet: { help: 'shows no traffic' },
  },
  run: async ({ values, positionals }, console) => {
    if (positionals.length > 0) throw usageError(`"${positionals[0]}" is one word too many`)
    if (values.faults === true) {
      for (const { id, story } of partyFaults) console.out(`${id.padEnd(34)}${story}`)
      return exitCodes.ok
    }
    const only = partiesOf(values)
    const faults = faultsOf(values, only)
    const { config, keystore: keystorePath, clientIssuers } = await configOf(values)
    const ports = portsOf(values, config)
    const bank = bankOf(config, values['base-url'])
    const hosts = hostsOf(values, config)
    const { keys, keystore, token } = await secretsOf(values, { keystore: keystorePath, host: hosts.host, bank })
    const trusted = values.trust === undefined ? {} : { trust: await rootsIn(values.trust, 'the roots of your bank') }
    const { 'broker-folder': folder, 'kfr-folder': kfrFolder } = values
    let isReady = false
    const mocks = await started({
      ...hosts,
      only,
      ports: ports.parties,
      keys,
      ...trusted,
      ...(folder === undefined ? {} : { brokerFolder: folder }),
      ...(kfrFolder === undefined ? {} : { kfrFolder }),
      faults: faults.map(({ id }) => id),
      bank,
      brreg: {
        issuers: clientIssuers,
        ...(config === null ? {} : { admitted: admittedBy(config), ...namesIn(config) }),
      },
      ...(config === null ? {} : { fixtures: config.fixtures }),
      ...(values.quiet === true ? {} : { follow: shownOn(console, () => isReady) }),
    })
    try {
      const control = await served(mocks, { ...hosts, port: ports.control, token: token?.text })
      try {
        const trust = trustPlace(values, keystorePath)
        if (trust !== null) await writeTrust(trust, mocks.rootPem)
        const client = callsOut(only) ? clientPlace(values, keystorePath) : null
        if (client !== null && keys.bank !== undefined) await writeClient(client, keys.bank)
        const controlUrl = token === null ? control.url : publicUrl(control, hosts)
        const told = { mocks, controlUrl, token: token?.shown ?? null, trust, client, keystore, bank, faults }
        for (const line of table(told)) console.out(line)
        console.out('ready; Ctrl-C ends it')
        isReady = true
        if (!console.interrupt.aborted) await once(console.interrupt, 'abort')
        return exitCodes.interrupted
      } finally {
        await control.close()
      }
    } finally {
      await mocks.close()
    }
  },
})

/** Whether there is somebody whom the bank calls with a certificate of its own. */
const callsOut = (parties: readonly PartyName[]) =>
  parties.some((party) => ['brreg', 'altinn-broker', 'kfr'].includes(party))

/**
 * Escapes for colours go to a terminal only, and to none that asks for none (no-color.org). What the parties do among
 * themselves before they are ready is nobody's business.
 */
function shownOn({ out }: Console, isReady: () => boolean): (exchange: SeenExchange) => void {
  const coloured = process.stdout.isTTY === true && !process.env.NO_COLOR
  return (exchange) => {
    if (isReady()) out(trafficLine(exchange, coloured))
  }
}

async function started(options: MocksOptions): Promise<Mocks> {
  try {
    return await startMocks(options)
  } catch (error) {
    const message = (error as Error).message
    const isPort = /port is taken/.test(message)
    throw setupError(isPort ? `${message} See --port, or "ports" in the configuration.` : message)
  }
}

interface ControlPlace {
  readonly host: string
  readonly port: number
  readonly token: string | undefined
}

async function served(mocks: Mocks, { host, port, token }: ControlPlace): Promise<ServedControl> {
  try {
    return await serveControl(mocks.control, { host, port, ...(token === undefined ? {} : { token }) })
  } catch (error) {
    throw setupError(`${(error as Error).message}; see --control-port`)
  }
}

/** Where control is called from elsewhere. */
function publicUrl({ url }: ServedControl, { publicHost }: { readonly publicHost?: string }): string {
  return publicHost === undefined ? url : `http://${publicHost}:${new URL(url).port}`
}
