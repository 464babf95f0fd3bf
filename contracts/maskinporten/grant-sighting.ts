/** What Maskinporten saw of a grant, whatever it answered: never the grant itself. */
export interface GrantSighting {
  /** `iss`; null where it is no text. */
  readonly clientId: string | null
  /** Header `alg` and `kid`. */
  readonly alg: string | null
  readonly kid: string | null
  /** Of `x5c`; null where there is none. */
  readonly certificates: number | null
  /** The first of `x5c`: whose it is, and whether it chains to an approved issuer and is in force. */
  readonly certificate: { readonly organisationNumber: string | null; readonly trusted: boolean } | null
  /** Whether `aud` is the issuer letter for letter, and what it was otherwise. */
  readonly audience: 'issuer' | 'another'
  readonly scopes: readonly string[]
  /** `iat`, `nbf`, `exp`: seconds since 1970; null where they are no numbers. */
  readonly issued: number | null
  readonly notBefore: number | null
  readonly expires: number | null
}
