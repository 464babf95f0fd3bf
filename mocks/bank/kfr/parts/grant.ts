import { randomUUID } from 'node:crypto'
import { scopes } from '../../../../contracts/kfr/operations.ts'
import type { Settings } from '../model.ts'

/** A JWT grant before it is signed. `by`: another certificate than the bank's own, which only a fault takes. */
export interface Grant {
  readonly header: { readonly x5c: readonly string[]; readonly kid?: string }
  readonly claims: Readonly<Record<string, unknown>>
}

/** Base64 DER, the bank's own first, then what it chains to. */
export type Chain = readonly [string, ...string[]]

/** The leaf alone in `x5c`, and times of its own (KFRB-003, KFRB-004). Several are tried in turn. */
export function grant({ maskinporten }: Settings, [leaf]: Chain, nowMs: number): readonly [Grant, ...Grant[]] {
  const iat = Math.floor(nowMs / 1000)
  const { issuer, clientId } = maskinporten
  const claims = { iss: clientId, aud: issuer, scope: scopes.write, iat, exp: iat + 100, jti: randomUUID() }
  return [{ header: { x5c: [leaf] }, claims }]
}
