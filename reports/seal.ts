import { gunzipSync, gzipSync } from 'node:zlib'
import { CompactEncrypt, compactDecrypt, importJWK, type JWK } from 'jose'
import type { RunRecord } from '../contracts/report/report.ts'
import { evidenceNdjson } from './evidence.ts'
import { withoutSecrets } from './redact/secrets.ts'

/** `evidence.sealed`: everything that was seen, gzipped, for those who hold the key (RFC 7516, compact form). */

const sealing = { alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'application/x-ndjson+gzip' } as const

/** Bits of the modulus below which nobody should hide personal data. */
const leastBits = 2048

/** @throws {Error} that says what is wrong with the key */
export async function sealEvidence(record: RunRecord, publicJwk: JWK): Promise<string> {
  const config = withoutSecrets(record.report.config, record.known.secrets)
  const text = evidenceNdjson({ ...record, report: { ...record.report, config } }, record.known.identifiers)
  const key = await keyOf(publicJwk, 'the key that evidence is sealed to')
  const header = publicJwk.kid === undefined ? sealing : { ...sealing, kid: publicJwk.kid }
  return await new CompactEncrypt(gzipSync(text)).setProtectedHeader(header).encrypt(key)
}

/** The text that was sealed. @throws {Error} when the key is another one, or one byte was changed */
export async function openEvidence(text: string, privateJwk: JWK): Promise<string> {
  const key = await keyOf(privateJwk, 'the key that opens evidence')
  if (privateJwk.d === undefined)
    throw new Error('the key that opens evidence is a public one; the private key is needed')
  try {
    const allowed = { keyManagementAlgorithms: [sealing.alg], contentEncryptionAlgorithms: [sealing.enc] }
    return gunzipSync((await compactDecrypt(text.trim(), key, allowed)).plaintext).toString('utf8')
  } catch (cause) {
    throw new Error('the evidence cannot be opened: it is sealed to another key, or it was changed', { cause })
  }
}

async function keyOf(jwk: JWK, what: string) {
  if (jwk.kty !== 'RSA')
    throw new Error(`${what} must be an RSA key in JWK form; its "kty" is ${JSON.stringify(jwk.kty)}`)
  const bits = Buffer.from(jwk.n ?? '', 'base64url').length * 8
  if (bits < leastBits) throw new Error(`${what} has ${bits} bits; ${leastBits} are needed at least`)
  return await importJWK(jwk, sealing.alg)
}
