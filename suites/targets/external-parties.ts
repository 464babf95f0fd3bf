import { baseUrlOf, type Config, type Keystore } from '../../contracts/config/config.ts'
import { connectControl } from '../../contracts/control/http-client.ts'
import { nobody } from '../../contracts/control/nobody.ts'
import type { Control } from '../../contracts/control/protocol.ts'
import type { Target } from '../kit/target.ts'
import { controlWith } from './external-control.ts'
import { createMaskinportenClient, type MaskinportenClient } from './maskinporten-client.ts'
import { startOwnParties } from './own-parties.ts'
import { type PartyPlan, partyPlan } from './party-plan.ts'
import { type RegisterKeys, registerClients } from './register-config.ts'

/** A bank in another process or another house, as its configuration tells of it. */
export interface ExternalSettings {
  readonly config: Config
  readonly keystore: Keystore
  /** What the configuration only names. */
  readonly secrets: {
    readonly trust: readonly string[]
    readonly clientCertificate: { readonly certificate: string; readonly key: string } | null
    readonly maskinportenKey: string | null
    /** PEM certificates that the bank's client certificate may chain to; left out means none but ours. */
    readonly clientIssuers?: readonly string[]
    /** PEM certificates that its webhook may chain to; left out means none but ours. */
    readonly webhookIssuers?: readonly string[]
    /** The bearer token of the hooks; left out means none. */
    readonly hookToken?: string | null
    /** Keys of the clients of a register at the external Maskinporten; left out means none. */
    readonly registerKeys?: RegisterKeys
  }
}

interface Around {
  readonly control: Control
  readonly external: Target['external']
  readonly close: () => Promise<void>
}

/** Those that stand, those that this run starts, and those that are external. */
export async function partiesOf(settings: ExternalSettings, deadlineMs: number): Promise<Around> {
  const { config, keystore } = settings
  const { parties } = config
  if ('control' in parties) {
    const control = connectControl({ url: parties.control, token: keystore.controlToken, deadlineMs })
    return { control, external: [], close: async () => undefined }
  }
  const plan = partyPlan(config) as PartyPlan
  const ours = plan.ours.length === 0 ? null : await startOwnParties(config, keystore, plan, settings.secrets)
  const client = clientOf(settings)
  const clients = client === null ? null : registerClients(config, settings.secrets)
  const { production } = config.capabilities ?? {}
  const baseUrls = [baseUrlOf(config), ...(production === undefined ? [] : [production.baseUrl])]
  return {
    control: controlWith({
      ours: ours?.control ?? nobody,
      external: plan.external,
      client,
      ...(clients === null ? {} : { clients }),
      baseUrls,
    }),
    external: plan.external,
    close: async () => {
      await Promise.all([ours?.close(), client?.close(), clients?.close()])
    },
  }
}

function clientOf({ config: { parties }, secrets }: ExternalSettings): MaskinportenClient | null {
  if ('control' in parties || typeof parties.maskinporten !== 'object') return null
  const { key: _, ...named } = parties.maskinporten.external
  if (secrets.maskinportenKey === null) throw new Error('the key of the client at Maskinporten was not read')
  return createMaskinportenClient({ ...named, key: secrets.maskinportenKey, trust: secrets.trust })
}
