import { X509Certificate } from 'node:crypto'
import type { Config, ExternalMaskinporten } from '../../contracts/config/config.ts'
import { type ClientName, clientNames } from '../../contracts/kfr-register/operator.ts'
import { certificatesOf, keyFrom, pemOf, textOf, tokenFrom } from './named.ts'
import type { Wrong } from './private-file.ts'

/** What a configuration only names: keys and certificates from files and from the environment. */

/** Something wrong at one place of the configuration. */
export interface Misnamed extends Wrong {
  readonly steps: readonly (string | number)[]
}

export interface Secrets {
  /** PEM certificates. */
  readonly trust: readonly string[]
  readonly clientCertificate: { readonly certificate: string; readonly key: string } | null
  /** PKCS #8 PEM of the client at the external Maskinporten. */
  readonly maskinportenKey: string | null
  /** PEM certificates that the bank's client certificate may chain to. */
  readonly clientIssuers: readonly string[]
  /** PEM certificates that its webhook may chain to. */
  readonly webhookIssuers: readonly string[]
  /** The bearer token of the hooks. */
  readonly hookToken: string | null
  /** PKCS #8 PEM of the clients of a register at the external Maskinporten. */
  readonly registerKeys: Readonly<Partial<Record<ClientName, RegisterKey>>>
}

/** PKCS #8 PEM, and a PEM certificate where the client signs with one. */
interface RegisterKey {
  readonly key: string
  readonly certificate?: string
}

/** Reads everything that is named, and tells everything that is wrong with it. `folder` is where the configuration lies. */
export async function readSecrets(
  config: Config,
  folder: string,
): Promise<{ readonly secrets: Secrets; readonly wrongs: readonly Misnamed[] }> {
  const wrongs: Misnamed[] = []
  const or = <T>(steps: Misnamed['steps'], found: T | Wrong): T | null => {
    if (typeof found !== 'object' || found === null || !('wrong' in found)) return found as T
    wrongs.push({ steps, ...(found as Wrong) })
    return null
  }
  const named = (steps: Misnamed['steps'], entries: readonly string[] = []) =>
    Promise.all(entries.map(async (entry, index) => or([...steps, index], await certificatesOf(entry, folder))))
  const trust = await named(['trust'], config.trust)
  const issuers = await named(['konkursvarsel', 'issuers'], config.konkursvarsel?.issuers)
  const webhooks = await named(['dsve', 'webhookIssuers'], config.dsve?.webhookIssuers)
  const client = await readClientCertificate(config, folder, or)
  const external = externalOf(config)
  const keySteps = ['parties', 'maskinporten', 'external', 'key'] as const
  const key = external === null ? null : or(keySteps, keyFrom(await textOf(external.key, folder)))
  const { token } = config.hooks ?? {}
  const hookToken = token === undefined ? null : or(['hooks', 'token'], tokenFrom(await textOf(token, folder)))
  const secrets = {
    trust: trust.flatMap((pems) => pems ?? []),
    clientCertificate: client,
    clientIssuers: issuers.flatMap((pems) => pems ?? []),
    webhookIssuers: webhooks.flatMap((pems) => pems ?? []),
    maskinportenKey: key === null ? null : pemOf(key),
    hookToken,
    registerKeys: await readRegisterKeys(config, folder, or),
  }
  return { secrets, wrongs }
}

async function readRegisterKeys({ kfrRegister }: Config, folder: string, or: Or) {
  const keys: Partial<Record<ClientName, RegisterKey>> = {}
  for (const name of clientNames) {
    const { maskinporten } = kfrRegister?.clients[name] ?? {}
    if (maskinporten === undefined) continue
    const { certificate: named, key: secret } = maskinporten
    const steps = ['kfrRegister', 'clients', name, 'maskinporten']
    const key = or([...steps, 'key'], keyFrom(await textOf(secret, folder)))
    const [certificate] =
      named === undefined ? [] : (or([...steps, 'certificate'], await certificatesOf(named, folder)) ?? [])
    if (key !== null) keys[name] = { key: pemOf(key), ...(certificate === undefined ? {} : { certificate }) }
  }
  return keys
}

function externalOf({ parties }: Config): ExternalMaskinporten['external'] | null {
  if ('control' in parties || parties.maskinporten === undefined || parties.maskinporten === 'ours') return null
  return parties.maskinporten.external
}

type Or = <T>(steps: Misnamed['steps'], found: T | Wrong) => T | null

async function readClientCertificate({ clientCertificate: named }: Config, folder: string, or: Or) {
  if (named === undefined) return null
  const certificates = or(['clientCertificate', 'certificate'], await certificatesOf(named.certificate, folder))
  const key = or(['clientCertificate', 'key'], keyFrom(await textOf(named.key, folder)))
  const [first] = certificates ?? []
  if (first === undefined || certificates === null || key === null) return null
  const fits = new X509Certificate(first).checkPrivateKey(key)
  if (!fits)
    or(['clientCertificate', 'key'], { wrong: 'does not belong to the certificate', remedy: 'name its own key' })
  return { certificate: certificates.join('\n'), key: pemOf(key) }
}
