import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { resolve } from 'node:path'
import type { Secret } from '../../contracts/config/config.ts'
import { readPlainly, readPrivately, type Text, type Wrong } from './private-file.ts'

/** From a name in the configuration to a key, a token or certificates, or to what is wrong with what it names. */

export async function textOf(secret: Secret, folder: string): Promise<Text> {
  if ('file' in secret) return readPrivately(resolve(folder, secret.file))
  const text = process.env[secret.environment]
  const remedy = `set ${secret.environment} to the text of it, not to its path`
  return text ? { text } : { wrong: 'names a variable of the environment that is not set', remedy }
}

/** One word, as it stands in the header. */
export function tokenFrom(found: Text): string | Wrong {
  if ('wrong' in found) return found
  const text = found.text.trim()
  return /^[\x21-\x7e]+$/.test(text) ? text : { wrong: 'is no token', remedy: 'give one word, without "Bearer"' }
}

/** PEM, or a JWK as portals hand it out. */
export function keyFrom(found: Text): KeyObject | Wrong {
  if ('wrong' in found) return found
  const text = found.text.trim()
  try {
    return text.startsWith('{') ? createPrivateKey({ key: JSON.parse(text), format: 'jwk' }) : createPrivateKey(text)
  } catch {
    const encrypted = text.includes('ENCRYPTED')
    return encrypted
      ? {
          wrong: 'is a key with a password',
          remedy: 'take the password off: openssl pkcs8 -in KEY -out PLAIN -topk8 -nocrypt',
        }
      : { wrong: 'is no private key', remedy: 'give the whole PEM, from -----BEGIN PRIVATE KEY----- on, or a JWK' }
  }
}

/** PKCS #8. */
export const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()

const pem = /-----BEGIN ([A-Z ]+)-----[\s\S]*?-----END \1-----/g

/** The certificates of a PEM text, or of the file that is named. */
export async function certificatesOf(entry: string, folder: string): Promise<readonly string[] | Wrong> {
  const isText = entry.includes('-----BEGIN')
  const found = isText ? { text: entry } : await readPlainly(resolve(folder, entry))
  if ('wrong' in found) return found
  const blocks = [...found.text.matchAll(pem)]
  if (blocks.some(([, kind]) => kind?.includes('PRIVATE KEY')))
    return { wrong: 'holds a private key', remedy: 'name a file with certificates alone' }
  const certificates = blocks.filter(([, kind]) => kind === 'CERTIFICATE').map(([text]) => text)
  if (certificates.length > 0 && certificates.every(isCertificate)) return certificates
  return { wrong: 'is no certificate', remedy: 'paste the whole certificate, from -----BEGIN CERTIFICATE----- on' }
}

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).raw.length > 0
  } catch {
    return false
  }
}
