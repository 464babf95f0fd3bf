import { type IsoDate, today } from '../../contracts/calendar.ts'
import { baseUrlOf, type Config, type Keystore } from '../../contracts/config/config.ts'
import { connectControl } from '../../contracts/control/http-client.ts'
import { nobody } from '../../contracts/control/nobody.ts'
import type { Control } from '../../contracts/control/protocol.ts'
import { caseIdentifiers } from '../../contracts/dsve/fixtures/identifiers.ts'
import { ownIdentifiers } from '../../contracts/dsve/fixtures/own-numbers.ts'
import type { Target } from '../kit/target.ts'
import { controlWith } from './external-control.ts'
import { fixtureIdentifiers } from './fixture-identifiers.ts'
import { createMaskinportenClient, type MaskinportenClient } from './maskinporten-client.ts'
import { startOwnParties } from './own-parties.ts'
import { type PartyPlan, partyPlan } from './party-plan.ts'
import { type RegisterKeys, registerClients, registerOf, sampleIdentifiers } from './register-config.ts'

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

/** Starts the parties that each run starts itself. Throws `PortTaken`, or an Error that names what cannot be used. */
export async function externalTarget(settings: ExternalSettings): Promise<Target> {
  const { config, keystore, secrets } = settings
  const day: IsoDate = config.day ?? today(new Date())
  const deadlineMs = (config.deadlineSeconds ?? 30) * 1000
  const { participant, capabilities = {} } = config
  const parties = await partiesOf(settings, deadlineMs)
  return {
    kind: 'external',
    faults: [],
    participant: { name: participant.name, organisationNumber: participant.organisationNumber },
    baseUrl: baseUrlOf(config),
    trust: secrets.trust,
    clientCertificate: secrets.clientCertificate,
    // In this order: a check tells the consumer from the second agency by it.
    keys: [...new Set([...consumerKeysOf(keystore), ...keystore.consumerKeys])],
    fixtures: config.fixtures,
    production: capabilities.production ?? null,
    external: parties.external,
    servicers: [participant.organisationNumber, ...(participant.servicers ?? [])],
    capabilities,
    ...(config.skews?.tokenSeconds === undefined ? {} : { tokenSkewSeconds: config.skews.tokenSeconds }),
    ...hooksOf(settings),
    ...(config.konkursvarsel === undefined ? {} : { konkursvarsel: config.konkursvarsel }),
    ...registerOf(config),
    ...(config.kfr === undefined ? {} : { kfr: config.kfr }),
    ...(config.dsve === undefined ? {} : { dsve: config.dsve }),
    deviations: config.deviations ?? [],
    ...(config.agreement === undefined ? {} : { agreement: config.agreement }),
    day,
    deadlineMs,
    control: parties.control,
    ...('control' in config.parties ? { isAmongStanding: true } : {}),
    config: effective(config, deadlineMs),
    known: {
      identifiers: [
        ...fixtureIdentifiers(config.fixtures),
        ...sampleIdentifiers(config.kfrRegister ?? {}),
        ...(config.dsve === undefined ? [] : [...caseIdentifiers, ...ownIdentifiers(config.dsve.loans)]),
        ...(keystore.identifiers ?? []),
      ],
      secrets: secretsOf(settings),
    },
    close: parties.close,
  }
}

function hooksOf({ config: { hooks }, secrets }: ExternalSettings): Pick<Target, 'hooks'> {
  if (hooks === undefined) return {}
  const { baseUrl, offers } = hooks
  return { hooks: { baseUrl, offers, ...(secrets.hookToken == null ? {} : { token: secrets.hookToken }) } }
}

const consumerKeysOf = ({ parties }: Keystore) =>
  parties === undefined ? [] : [parties.consumer.privateKey, parties.secondAgency.privateKey]

function secretsOf({ keystore, secrets }: ExternalSettings): readonly string[] {
  const { controlToken, consumerKeys, parties } = keystore
  const ours = parties === undefined ? [] : [parties.root.privateKey, ...Object.values(parties.issuers)]
  const named = [
    secrets.clientCertificate?.key,
    secrets.maskinportenKey,
    secrets.hookToken,
    ...Object.values(secrets.registerKeys ?? {}).map(({ key }) => key),
  ].filter((one) => one != null)
  return [...new Set([controlToken, ...consumerKeys, ...consumerKeysOf(keystore), ...ours, ...named])]
}

/** For the report: what was configured, without secrets and without what identifies anybody. */
const effective = (config: Config, deadlineMs: number): Target['config'] => {
  const { parties, capabilities, skews, deviations, agreement, kfrRegister } = config
  const { maskinporten, certpub = 'ours' } = 'control' in parties ? {} : parties
  return {
    ...(config.baseUrl === undefined ? {} : { baseUrl: config.baseUrl }),
    ...('control' in parties ? { control: parties.control } : {}),
    parties: { maskinporten: typeof maskinporten === 'object' ? 'external' : 'ours', certpub },
    deadlineSeconds: deadlineMs / 1000,
    fixtures: Object.keys(config.fixtures),
    ...(kfrRegister === undefined ? {} : { lookUps: Object.keys(kfrRegister.lookUps) }),
    ...(capabilities === undefined ? {} : { capabilities }),
    ...(skews === undefined ? {} : { skews }),
    ...(agreement === undefined ? {} : { agreement }),
    ...(deviations === undefined ? {} : { deviations: deviations.map(({ requirement }) => requirement) }),
  }
}

interface Around {
  readonly control: Control
  readonly external: Target['external']
  readonly close: () => Promise<void>
}

async function partiesOf(settings: ExternalSettings, deadlineMs: number): Promise<Around> {
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
