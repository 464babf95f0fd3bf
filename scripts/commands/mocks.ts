import { once } from 'node:events'
import { firstPort } from '../../contracts/control/ports.ts'
import { type PartyName, partyNames } from '../../contracts/control/protocol.ts'
import { type Mocks, partyFaults, type SeenExchange } from '../../suites/targets/mocks.ts'
import { type Console, defineCommand } from '../cli/command.ts'
import { exitCodes, usageError } from '../cli/exit.ts'
import { clientPlace, trustPlace, writeClient, writeTrust } from '../mocks/handed-out.ts'
import { type Plan, planOf } from '../mocks/plan.ts'
import type { Values } from '../mocks/settings.ts'
import { publicUrl, served, started } from '../mocks/start.ts'
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
      const width = Math.max(...partyFaults.map(({ id }) => id.length)) + 2
      for (const { id, story } of partyFaults) console.out(`${id.padEnd(width)}${story}`)
      return exitCodes.ok
    }
    const plan = await planOf(values)
    const { token, hosts } = plan
    let isReady = false
    const follow = shownOn(console, () => isReady)
    const mocks = await started({ ...plan.options, ...(values.quiet === true ? {} : { follow }) })
    try {
      const control = await served(mocks, { ...hosts, port: plan.controlPort, token: token?.text })
      try {
        const handedOut = await handOut(values, plan, mocks)
        const controlUrl = token === null ? control.url : publicUrl(control, hosts)
        const told = { ...plan, ...handedOut, mocks, controlUrl, token: token?.shown ?? null }
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

/** Writes the root and the client certificate, and tells where. */
async function handOut(values: Values, { keystorePath, options }: Plan, mocks: Mocks) {
  const trust = trustPlace(values, keystorePath)
  if (trust !== null) await writeTrust(trust, mocks.rootPem)
  const client = callsOut(options.only) ? clientPlace(values, keystorePath) : null
  if (client !== null && options.keys.bank !== undefined) await writeClient(client, options.keys.bank)
  return { trust, client }
}

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
