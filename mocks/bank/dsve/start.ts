import { dsveResources } from '../../../contracts/altinn-broker/statuses.ts'
import type { DsveProfile } from '../../../contracts/dsve/declared.ts'
import { defaultSchemaVersion } from '../../../contracts/dsve/profile.ts'
import { callsAs } from '../../altinn-client/calls.ts'
import { type Patience, usualPatience } from '../../altinn-client/patience.ts'
import { createTokens } from '../../altinn-client/tokens.ts'
import type { BrokerClient } from '../../clients.ts'
import { type Clock, realClock } from '../../clock.ts'
import type { Address } from '../../http/listen.ts'
import { createOutgoing } from '../../http/outgoing.ts'
import { partsWith } from '../fault.ts'
import { type DsveBooks, makeDsveBooks } from '../world/dsve/books.ts'
import { createDsve, type Dsve } from './client.ts'
import type { DsveFault } from './fault.ts'
import type { BankCalls, Settings } from './model.ts'
import { parts } from './parts.ts'
import { folderStore, memoryStore, type OpenStore } from './store.ts'
import { openWebhook } from './webhook.ts'

export interface DsveBankOptions {
  readonly bank: { readonly organisationNumber: string; readonly name: string }
  /** As whom it asks Maskinporten for tokens. */
  readonly client: BrokerClient
  readonly maskinporten: { readonly issuer: string; readonly tokenUrl: string }
  readonly broker: { readonly transfersUrl: string; readonly subscriptionsUrl: string }
  readonly akeldo: { readonly actorsUrl: string }
  /** PEM roots beside the public ones. */
  readonly trust: readonly string[]
  /** Default: a bank for which the cases of the harness are made. */
  readonly books?: DsveBooks
  /** A private folder that keeps what outlives the process; left out, nothing does. */
  readonly folder?: string
  readonly openStore?: OpenStore
  /** Milliseconds between two looks. Left out: only by hook and by event. */
  readonly everyMs?: number
  readonly faults?: readonly DsveFault[]
  readonly settings?: Partial<Settings>
  readonly patience?: Patience
  /** Where events are heard, beside looking. Default: nowhere. */
  readonly webhook?: Address
  readonly clock?: Clock
}

/** Starts the bank. Throws `PortTaken`, or an Error that says who took no subscription. */
export async function startDsve(options: DsveBankOptions): Promise<Dsve> {
  const { bank, trust, maskinporten, broker, akeldo, folder, clock = realClock, faults = [], everyMs = null } = options
  const { patience = usualPatience, openStore = folder === undefined ? memoryStore() : folderStore(folder) } = options
  const chosen = partsWith(parts, faults)
  const outgoing = createOutgoing({ trust })
  const tokens = createTokens({ ...maskinporten, client: options.client, outgoing, now: clock.now })
  const settings = { ...usual, ...settingsOf(bank, akeldo.actorsUrl), ...options.settings }
  const { organisationNumber } = bank
  const shared = { ...broker, tokens, outgoing, clock, patience: chosen.patience(patience), scopeOf: chosen.scopeOf }
  const sending = callsAs(chosen.sendsAs(organisationNumber), shared)
  const { initialise, upload, overview: sent } = sending
  const calls: BankCalls = { ...callsAs(organisationNumber, shared), initialise, upload, sent }
  const dsve = createDsve({
    settings,
    books: options.books ?? makeDsveBooks(),
    calls,
    outgoing,
    openStore,
    clock,
    parts: chosen,
    everyMs,
  })
  const close = async () => {
    await dsve.close()
    await outgoing.close()
  }
  if (options.webhook === undefined) return { ...dsve, close }
  const { heeds } = chosen
  const webhook = await openWebhook({ address: options.webhook, settings, calls, heeds, hear: dsve.hear }).catch(
    async (error) => {
      await close()
      throw error
    },
  )
  return {
    ...dsve,
    async close() {
      await webhook.close()
      await close()
    },
  }
}

const usual: Omit<Settings, 'bank' | 'actorsUrl'> = {
  kontaktperson: { navn: 'Bjørg Saksbehandler', epost: 'panteavdelingen@bank.example', telefon: '22111111' },
  resourceId: dsveResources.test,
  version: defaultSchemaVersion,
  fastrenteDays: 30,
  atOnce: 4,
  mostTransfers: 3,
}

const settingsOf = ({ organisationNumber, name }: DsveBankOptions['bank'], actorsUrl: string) => ({
  bank: { id: organisationNumber, foretaksnavn: name },
  actorsUrl,
})

/** What the reference bank declares. */
export const profile: DsveProfile = { version: usual.version, answerSeconds: 120, farFuture: 'answers' }
