import type { MocksOptions } from '../../suites/targets/mocks.ts'
import { admittedBy, namesIn } from '../../suites/targets/own-parties.ts'
import { rootsIn } from '../config/roots.ts'
import { hostsOf, portsOf } from './addresses.ts'
import { type Secrets, secretsOf } from './secrets.ts'
import { bankOf, configOf, faultsOf, partiesOf, type Values } from './settings.ts'

/** From the words of the command line to all that is started. */

export interface Plan extends Pick<Secrets, 'keystore' | 'token'> {
  readonly options: Omit<MocksOptions, 'follow'>
  readonly bank: ReturnType<typeof bankOf>
  readonly faults: ReturnType<typeof faultsOf>
  readonly hosts: ReturnType<typeof hostsOf>
  readonly controlPort: number
  readonly keystorePath: string | null
}

/** Throws a CommandError. Makes what the keystore lacks. */
export async function planOf(values: Values): Promise<Plan> {
  const only = partiesOf(values)
  const faults = faultsOf(values, only)
  const { config, keystore: keystorePath, clientIssuers, webhookIssuers } = await configOf(values)
  const ports = portsOf(values, config)
  const bank = bankOf(config, values['base-url'])
  const hosts = hostsOf(values, config)
  const { keys, keystore, token } = await secretsOf(values, { keystore: keystorePath, host: hosts.host, bank })
  const trust = values.trust === undefined ? webhookIssuers : await rootsIn(values.trust, 'the roots of your bank')
  const { 'broker-folder': brokerFolder, 'kfr-folder': kfrFolder } = values
  const options = {
    ...hosts,
    only,
    ports: ports.parties,
    keys,
    trust,
    ...(brokerFolder === undefined ? {} : { brokerFolder }),
    ...(kfrFolder === undefined ? {} : { kfrFolder }),
    faults: faults.map(({ id }) => id),
    bank,
    brreg: {
      issuers: clientIssuers,
      ...(config === null ? {} : { admitted: admittedBy(config), ...namesIn(config) }),
    },
    ...(config === null ? {} : { fixtures: config.fixtures, answers: config }),
  }
  return { options, bank, faults, hosts, controlPort: ports.control, keystorePath, keystore, token }
}
