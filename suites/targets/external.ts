import { type IsoDate, today } from '../../contracts/calendar.ts'
import { baseUrlOf, type Config, type Keystore } from '../../contracts/config/config.ts'
import { caseIdentifiers } from '../../contracts/dsve/fixtures/identifiers.ts'
import { ownIdentifiers } from '../../contracts/dsve/fixtures/own-numbers.ts'
import type { Target } from '../kit/target.ts'
import { type ExternalSettings, partiesOf } from './external-parties.ts'
import { fixtureIdentifiers } from './fixture-identifiers.ts'
import { registerOf, sampleIdentifiers } from './register-config.ts'

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
