import { join } from 'node:path'
import { type Alone, startAlone } from '../../../../alone.ts'
import type { AroundDsve } from '../../../../own-rooms.ts'
import type { TlsIdentity } from '../../../../pki/authority.ts'
import { freePort } from '../../../../testing/free-port.ts'
import { bank, limits } from '../scene.ts'
import type { AskBank, BankTold, StartBank } from './bank-child.ts'
import type { AskBroker, BrokerTold, StartBroker } from './broker-child.ts'
import type { Window } from './windows.ts'

/** Broker and bank in processes of their own, each on one folder and one port over all its lives. */
export interface Processes {
  readonly broker: () => Promise<Alone<AskBroker, BrokerTold>>
  readonly bank: () => Promise<Alone<AskBank, BankTold>>
  /** Where the broker is. */
  readonly addresses: StartBank['broker']
  /** Starts the one that is gone, and resolves when both are there. */
  again(victim: Window['victim']): Promise<void>
}

export interface ProcessesOptions {
  /** Its Maskinporten, AKELDO and clients are used; its own broker and megler are not. */
  readonly parties: AroundDsve
  readonly identity: TlsIdentity
  readonly trust: readonly string[]
  readonly folder: string
  readonly hearsEvents: boolean
}

const settings = { scanMs: 0, limits, eventRetriesMs: [20, 50, 100, 200, 500, 1000] }
const module = (name: string) => join(import.meta.dirname, name)

export async function openProcesses(options: ProcessesOptions): Promise<Processes> {
  const { parties, identity, trust, folder, hearsEvents } = options
  const { maskinporten, akeldo, clients } = parties
  const [brokerPort, hookPort] = [await freePort(), await freePort()]
  const startBroker: StartBroker = {
    ...{ identity, port: brokerPort, trust, settings, folder: join(folder, 'broker') },
    maskinporten: { issuer: maskinporten.issuer, keysUrl: `${maskinporten.url}/jwk` },
    bank: `0192:${bank.organisationNumber}`,
  }
  const newBroker = () => startAlone<AskBroker, BrokerTold>(module('broker-child.ts'), startBroker)
  let broker = newBroker()
  const addresses = (await broker).started as StartBank['broker']
  const startBank: StartBank = {
    ...{ bank, client: clients.bank, broker: addresses, trust, folder: join(folder, 'bank') },
    maskinporten: { issuer: maskinporten.issuer, tokenUrl: `${maskinporten.url}/token` },
    akeldo: { actorsUrl: akeldo.actorsUrl },
    webhook: hearsEvents ? { identity, port: hookPort } : null,
  }
  const newBank = async () => {
    await broker
    return startAlone<AskBank, BankTold>(module('bank-child.ts'), startBank)
  }
  let dsve = newBank()
  await dsve
  return {
    broker: () => broker,
    bank: () => dsve,
    addresses,
    async again(victim) {
      if (victim === 'broker') broker = newBroker()
      else dsve = newBank()
      await Promise.all([broker, dsve])
    },
  }
}
