import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { RegisteredKey } from '../registry.ts'
import { chainOf } from './certificate.ts'
import type { Grant, Rule } from './grant.ts'
import { refuse } from './refusals.ts'

/** Rows 4, 5 and 9 to 11: to whom the grant is addressed, which key it names, and whether that key signed it. */

/** The older delegation must be registered on the client; no source gives its error, so it shares the client's. */
export const onBehalfOfRegistered: Rule = ({ claims, client }) => {
  const id = claims.iss_onbehalfof
  return id === undefined || Object.hasOwn(client.onBehalfOf ?? {}, id) ? undefined : refuse('client-unknown')
}

/** One text, equal letter for letter; the address of the token endpoint no longer serves. */
export const audienceIsIssuer: Rule = ({ claims }, { issuer }) =>
  claims.aud === issuer ? undefined : refuse('audience')

const registeredKeys = ({ client }: Grant): readonly RegisteredKey[] =>
  client.signs === 'with-certificate' ? [] : client.signs.withKeys

const registeredKey = (grant: Grant) => registeredKeys(grant).find(({ kid }) => kid === grant.header.kid)

export const keyIdentified: Rule = (grant) => {
  const { kid } = grant.header
  if (kid === undefined) return grant.client.signs === 'with-certificate' ? undefined : refuse('kid-missing')
  return registeredKey(grant) === undefined ? refuse('kid-unknown') : undefined
}

export const keyInForce: Rule = (grant, { now }) => {
  const expires = registeredKey(grant)?.expires ?? Number.POSITIVE_INFINITY
  return now < expires ? undefined : refuse('key-expired')
}

export const signatureHolds: Rule = (grant) => {
  const { header, input, signature } = grant
  const key = keyOf(grant)
  const holds =
    key?.asymmetricKeyType === 'rsa' && verify(`sha${header.alg.slice(2)}`, Buffer.from(input), key, signature)
  return holds ? undefined : refuse('signature')
}

function keyOf(grant: Grant): KeyObject | undefined {
  const registered = registeredKey(grant)
  if (registered !== undefined) return createPublicKey({ key: registered.jwk, format: 'jwk' })
  return chainOf(grant)?.[0].publicKey
}
