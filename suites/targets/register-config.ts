import type { Config } from '../../contracts/config/config.ts'
import type { TokenRecipe } from '../../contracts/control/protocol.ts'
import { scopes } from '../../contracts/kfr/operations.ts'
import { identifiersOfRun } from '../../contracts/kfr-register/markers.ts'
import {
  type ClientName,
  clientNames,
  type OperatorProfile,
  type RegisterEvidence,
  type RegisterSamples,
} from '../../contracts/kfr-register/operator.ts'
import { participantIdentifier } from '../../contracts/kontrollinformasjon/profile.ts'
import type { Identifier } from '../../contracts/report/report.ts'
import type { Target } from '../kit/target.ts'
import { createMaskinportenClient, type MaskinportenClient } from './maskinporten-client.ts'

/** What of a target is a register's, and what a configuration says of one. */

export function registerTarget(
  profile: OperatorProfile,
  evidence?: RegisterEvidence,
): Pick<Target, 'besides' | 'kfrRegister' | 'evidence' | 'madeFor'> {
  const { '1.1.2': first, '2.0': second } = profile.lookUps
  return {
    besides: {
      ...(first === undefined ? {} : { 'look-up-v1': first }),
      ...(second === undefined ? {} : { 'look-up-v2': second }),
    },
    kfrRegister: profile,
    ...(evidence === undefined ? {} : { evidence }),
    madeFor: identifiersOfRun,
  }
}

/** Nothing where the participant is a bank. */
export function registerOf({ kfrRegister }: Config): ReturnType<typeof registerTarget> | object {
  if (kfrRegister === undefined) return {}
  const { lookUps, evidence, ...profile } = kfrRegister
  const { v1, v2 } = lookUps
  const versions = { ...(v1 === undefined ? {} : { '1.1.2': v1 }), ...(v2 === undefined ? {} : { '2.0': v2 }) }
  return registerTarget({ ...profile, lookUps: versions }, evidence)
}

export function sampleIdentifiers({ samples = {} }: { readonly samples?: RegisterSamples }): readonly Identifier[] {
  const { karCustomer, disponent, account, collectionAccount } = samples
  return [
    { name: 'karCustomer.id', value: karCustomer },
    { name: 'disponent.id', value: disponent },
    { name: 'account.number', value: account?.accountIdentifier },
    { name: 'collectionAccount.number', value: collectionAccount?.accountIdentifier },
  ].flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]))
}

/** PKCS #8 PEM by client, and a PEM certificate where it signs with one. */
export type RegisterKeys = Readonly<
  Partial<Record<ClientName, { readonly key: string; readonly certificate?: string }>>
>

interface RegisterClients {
  /** Null for a recipe that no lawful client would ask for. */
  tokenFor(recipe: TokenRecipe): Promise<string> | null
  close(): Promise<void>
}

/** Three clients at the real Maskinporten, one for each scope that they have; null where the participant is a bank. */
export function registerClients(
  { kfrRegister, parties }: Config,
  { trust, registerKeys = {} }: { readonly trust: readonly string[]; readonly registerKeys?: RegisterKeys },
): RegisterClients | null {
  if (kfrRegister === undefined || 'control' in parties || typeof parties.maskinporten !== 'object') return null
  const { tokenEndpoint, issuer } = parties.maskinporten.external
  const made = new Map<string, MaskinportenClient>()
  for (const name of clientNames) {
    const { organisationNumber, maskinporten } = kfrRegister.clients[name]
    const held = registerKeys[name]
    if (maskinporten === undefined || held === undefined) continue
    const { clientId, keyId } = maskinporten
    const own = { tokenEndpoint, issuer, clientId, ...held, trust, ...(keyId === undefined ? {} : { keyId }) }
    for (const scope of scopesOf(name))
      made.set(`${participantIdentifier(organisationNumber)} ${scope}`, createMaskinportenClient({ ...own, scope }))
  }
  return {
    tokenFor: (recipe) => made.get(wantedBy(recipe))?.tokenFor(null) ?? null,
    close: async () => {
      await Promise.all([...made.values()].map((client) => client.close()))
    },
  }
}

const scopesOf = (name: ClientName): readonly string[] =>
  name === 'agency' ? [scopes.relationships, scopes.provider] : [scopes.write]

/** Whom the token is for, and what it opens; of a recipe with anything besides, nothing that there is. */
function wantedBy({ claims = {}, ...others }: TokenRecipe): string {
  const { aud: _, scope, consumer, ...more } = claims
  const isPlain = Object.keys(others).length === 0 && Object.keys(more).length === 0
  const { ID } = Object(consumer) as { readonly ID?: unknown }
  return isPlain ? `${ID} ${scope}` : ''
}
