import type { RequestListener } from 'node:http'
import type { Act } from '../../contracts/altinn-broker/acts.ts'
import type { SeenRequest } from '../../contracts/control/protocol.ts'
import { type BoundedLog, createBoundedLog } from '../bounded-log.ts'
import { type Clock, realClock } from '../clock.ts'
import { type Address, listen } from '../http/listen.ts'
import { createOutgoing, type Outgoing } from '../http/outgoing.ts'
import { createReadCaller, keysAt } from '../http/token-caller.ts'
import { createTraffic, type Traffic } from '../http/traffic.ts'
import { createAltinnTokens } from './altinn-token.ts'
import type { Site } from './context.ts'
import { createDeliveries, type Deliveries } from './deliveries.ts'
import { type BrokerFault, partsWith } from './fault.ts'
import { closeFolder, type Kept, openFolder } from './folder.ts'
import { createLimits } from './limits.ts'
import { openOffice } from './office.ts'
import { createSite } from './operations.ts'
import type { Parts } from './parts.ts'
import { type BrokerSettings, checkedSettings } from './settings.ts'
import type { Transfer } from './transfer.ts'

/** What callers did that is remembered. */
const mostActs = 10_000

export interface BrokerOptions extends Address {
  /** Whose tokens are believed, beside those that the broker itself has exchanged. */
  readonly maskinporten: { readonly issuer: string; readonly keysUrl: string }
  /** PEM roots beside the public ones, for calling Maskinporten and webhooks. */
  readonly trust: readonly string[]
  readonly settings?: Partial<BrokerSettings>
  readonly faults?: readonly BrokerFault[]
  /** Where transfers and files outlive the process; 0700. Default: a temporary folder, gone when the broker closes. */
  readonly folder?: string
  readonly clock?: Clock
  readonly traffic?: Traffic
}

export interface Broker {
  /** Without a final slash. */
  readonly url: string
  /** `…/broker/api/v1/filetransfer` */
  readonly transfersUrl: string
  readonly subscriptionsUrl: string
  readonly exchangeUrl: string
  /** Every address answers 503. */
  outage(on: boolean): void
  /** As that fault has it; null as it was started. */
  misbehave(fault: BrokerFault | null): void
  /** Every transfer that is remembered, oldest first. */
  transfers(): readonly Transfer[]
  readonly acts: BoundedLog<'acts', Act>['after']
  seen(after: number): { readonly cursor: number; readonly seen: readonly SeenRequest[] }
  /** Resolves when no event is on its way. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** Starts the broker. Throws `PortTaken`, or an Error that names the wrong setting or the folder that cannot be used. */
export async function startAltinnBroker(options: BrokerOptions): Promise<Broker> {
  const { clock = realClock, traffic = createTraffic(), faults = [], trust, maskinporten } = options
  const chosen = partsWith(faults)
  const settings = checkedSettings({ ...options.settings, ...chosen.settings })
  const { ledger, files } = openFolder(options.folder ?? null, settings)
  const outgoing = createOutgoing({ trust })
  let answer: RequestListener = () => {}
  try {
    const listener = await listen((request, response) => answer(request, response), {
      ...options,
      name: 'Altinn Broker',
    })
    const platform = listener.url
    const acts = createBoundedLog<'acts', Act>('acts', mostActs)
    const usual = partsOf(chosen.parts, settings)
    let present = usual
    const { office, deliveries } = openOfficeWith({
      clock,
      ledger,
      files,
      platform,
      settings,
      traffic,
      outgoing,
      acts,
      announce: (type) => present.inner.announce(type),
    })
    const altinnTokens = createAltinnTokens(platform)
    const trusted = { issuer: maskinporten.issuer, keys: keysAt(maskinporten.keysUrl, outgoing) }
    const site: Site = {
      settings,
      clock,
      ledger,
      files,
      office,
      limits: createLimits({ windowMs: settings.limitWindowMs, now: clock.now }),
      readCaller: createReadCaller({
        issuers: () => [trusted, altinnTokens],
        audience: settings.audience,
        now: clock.now,
      }),
      altinnTokens,
      traffic,
      acts,
      state: { outage: false },
      platform,
    }
    const behaveWith = (manner: ReturnType<typeof partsOf>) => {
      present = manner
      answer = createSite({ ...site, settings: manner.settings }, manner.parts, manner.inner)
    }
    behaveWith(usual)
    office.settle()
    return {
      url: platform,
      transfersUrl: `${platform}/broker/api/v1/filetransfer`,
      subscriptionsUrl: `${platform}/events/api/v1/subscriptions`,
      exchangeUrl: `${platform}/authentication/api/v1/exchange/maskinporten`,
      outage: (on) => {
        site.state.outage = on
      },
      misbehave: (fault) => {
        if (fault === null) {
          if (present !== usual) behaveWith(usual)
        } else {
          const other = partsWith([...faults, fault])
          behaveWith(partsOf(other.parts, checkedSettings({ ...options.settings, ...other.settings })))
        }
      },
      transfers: () => [...ledger.transfers.values()],
      acts: site.acts.after,
      seen: (after) => traffic.seen(after),
      idle: () => deliveries.idle(),
      close: once(async () => {
        office.close()
        await Promise.all([listener.close(), outgoing.close()])
        await deliveries.close()
        closeFolder({ ledger, files })
      }),
    }
  } catch (error) {
    await outgoing.close()
    closeFolder({ ledger, files })
    throw error
  }
}

const partsOf = (parts: Parts, settings: BrokerSettings) => ({
  parts,
  settings,
  inner: {
    scan: parts.scan(settings),
    checksumOf: parts.checksumOf(settings),
    announce: parts.announce(settings),
  },
})

interface OfficeSetting extends Kept {
  readonly clock: Clock
  readonly platform: string
  readonly settings: BrokerSettings
  readonly traffic: Traffic
  readonly outgoing: Outgoing
  readonly acts: BoundedLog<'acts', Act>
  readonly announce: (type: string) => readonly number[]
}

/** The office tells the deliveries of new ones, and the deliveries the office of those that have to be tried again. */
function openOfficeWith({ settings, traffic, outgoing, acts, ...rest }: OfficeSetting) {
  const { clock, ledger } = rest
  const office = openOffice({ ...rest, onDeliveries: () => deliveries.go() })
  const deliveries: Deliveries = createDeliveries({
    ...{ clock, ledger, outgoing, settings, traffic, acts },
    onRetry: () => office.settle(),
  })
  return { office, deliveries }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= run()
    return running
  }
}
