import type { JWK } from 'jose'

/**
 * Members of a key set that a client must pass over (RFC 7517 §5): a kind that it does not know, one for encryption, one
 * on a curve, one without `kid`. Nobody has their private keys.
 */
export const strangeKeys: readonly JWK[] = [
  { kty: 'AKP', use: 'sig', kid: 'of-a-kind-that-comes-later', alg: 'ML-DSA-44', pub: 'AAAA' },
  { kty: 'RSA', use: 'enc', kid: 'for-encryption', alg: 'RSA-OAEP-256', n: modulus('enc'), e: 'AQAB' },
  {
    kty: 'EC',
    use: 'sig',
    kid: 'on-a-curve',
    crv: 'P-256',
    // RFC 7517 appendix A.1.
    x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
    y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
  },
  { kty: 'RSA', use: 'sig', n: modulus('sig'), e: 'AQAB' },
]

/** 2048 bits, odd, the first one set: in shape a modulus, and of nobody. */
function modulus(seed: string): string {
  const bytes = Buffer.alloc(256, seed)
  bytes[0] = 0xc1
  bytes[255] = 0x0f
  return bytes.toString('base64url')
}
