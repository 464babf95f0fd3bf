import { createPrivateKey, type KeyObject } from 'node:crypto'
import { type Answer, type Caller, createCaller, formHeaders } from '../../../http/testing/caller.ts'
import { type Authority, createAuthority, type OrganisationIdentity } from '../../../pki/authority.ts'
import { type Maskinporten, startMaskinporten } from '../../maskinporten.ts'
import { createWorld, type GrantRecipe, makeGrant, type World } from './world.ts'

/** A token endpoint with its world around it, and somebody who stands in front of it: for tests. */
export interface Desk {
  readonly authority: Authority
  readonly world: World
  readonly party: Maskinporten
  readonly caller: Caller
  /** A grant as text. */
  grant(recipe?: GrantRecipe): string
  post(body: string, headers?: Record<string, string>): Promise<Answer>
  /** Makes a grant and asks for a token with it. */
  ask(recipe?: GrantRecipe): Promise<Answer>
  /** The same by the client that signs with a certificate. */
  askCertified(identity: OrganisationIdentity, recipe?: GrantRecipe): Promise<Answer>
  close(): Promise<void>
}

export async function openDesk(): Promise<Desk> {
  const authority = await createAuthority()
  const world = await createWorld(authority)
  const party = await startMaskinporten({ identity: await authority.server(['127.0.0.1']), ...world.registration })
  const caller = createCaller(authority.rootPem)

  const grant = (recipe: GrantRecipe = {}) => makeGrant(world, party.issuer, recipe)
  const post = (body: string, headers = formHeaders) => caller.post(`${party.url}/token`, body, headers)
  const ask = (recipe: GrantRecipe = {}) => post(formOf(grant(recipe)))
  return {
    authority,
    world,
    party,
    caller,
    grant,
    post,
    ask,
    askCertified: (identity, { header, ...recipe } = {}) =>
      ask({
        header: { kid: null, x5c: [Buffer.from(identity.certificateDer).toString('base64')], ...header },
        claims: { iss: 'certified' },
        key: keyOf(identity),
        ...recipe,
      }),
    async close() {
      await party.close()
    },
  }
}

export const formOf = (assertion: string) =>
  new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }).toString()

export const keyOf = ({ privateKeyPem }: OrganisationIdentity): KeyObject => createPrivateKey(privateKeyPem)

/** Seconds since 1970. */
export const now = () => Math.floor(Date.now() / 1000)
