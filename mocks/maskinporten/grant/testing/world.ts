import { generateKeyPair, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { Authority, OrganisationIdentity } from '../../../pki/authority.ts'
import type { Registration } from '../../registry.ts'

/** The organisations, clients, scopes and delegations that the tests of the token endpoint live in. All are synthetic. */

export const bank = '974760673'
export const customer = '974761076'
const stranger = '889640782'
export const altinn = 'https://tt02.altinn.no/'

/** Month + 80. */
export const syntheticPerson = '01919000097'

export const systemUser = {
  type: 'urn:altinn:systemuser',
  systemuser_org: { authority: 'iso6523-actorid-upis', ID: `0192:${bank}` },
}

export interface World {
  readonly registration: Registration
  readonly certified: OrganisationIdentity
  /** Registered under the kid `k1`, and, expired, under `old`. */
  readonly privateKey: KeyObject
}

export async function createWorld(authority: Authority): Promise<World> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const jwk = publicKey.export({ format: 'jwk' })
  const withKeys = [
    { kid: 'k1', jwk },
    { kid: 'old', jwk, expires: Date.now() - 1 },
  ]
  const scopes = ['konkurs:read', 'kfr:write', 'short:lived', 'user:login', 'closed:one']
  const certified = await authority.organisation({ organisationNumber: bank, name: 'Banken' })
  return {
    certified,
    privateKey,
    registration: {
      trustedRoots: [authority.rootPem],
      clients: [
        { clientId: 'keys', organisationNumber: bank, signs: { withKeys }, scopes, onBehalfOf: { office: customer } },
        { clientId: 'patient', organisationNumber: bank, signs: { withKeys }, scopes, accessTokenLifetime: 600 },
        { clientId: 'certified', organisationNumber: bank, signs: 'with-certificate', scopes },
      ],
      scopes: [
        { name: 'konkurs:read', owner: stranger, granted: [bank, customer], maxAge: 1000 },
        { name: 'kfr:write', owner: stranger, granted: [bank, customer], delegationSource: altinn },
        { name: 'lent:out', owner: stranger, granted: [customer], delegationSource: altinn },
        { name: 'short:lived', owner: bank, granted: [], maxAge: 30 },
        { name: 'user:login', owner: stranger, granted: [bank], integration: 'idporten' },
        { name: 'closed:one', owner: stranger, granted: [] },
        { name: 'open:all', owner: stranger, granted: [], open: true },
      ],
      delegations: [{ consumer: customer, supplier: bank, scope: 'lent:out' }],
    },
  }
}

export interface GrantRecipe {
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
  readonly key?: KeyObject
  /** Changes the finished text. */
  readonly spoil?: (compact: string) => string
}

let counter = 0

/** A lawful grant of the client `keys`, changed by a recipe; null leaves a member out. */
export function makeGrant(world: World, issuer: string, { header, claims, key, spoil }: GrantRecipe = {}): string {
  const iat = Math.floor(Date.now() / 1000)
  const lawful = { iss: 'keys', aud: issuer, iat, exp: iat + 120, jti: `grant-${counter++}`, scope: 'konkurs:read' }
  const fullHeader = without({ alg: 'RS256', kid: 'k1', ...header })
  const input = `${encoded(fullHeader)}.${encoded(without({ ...lawful, ...claims }))}`
  const hash = /^RS(\d+)$/.exec(String(fullHeader.alg))?.[1] ?? '256'
  const compact = `${input}.${sign(`sha${hash}`, Buffer.from(input), key ?? world.privateKey).toString('base64url')}`
  return spoil?.(compact) ?? compact
}

const encoded = (members: object) => Buffer.from(JSON.stringify(members)).toString('base64url')

const without = (members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null))
