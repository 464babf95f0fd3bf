import { createPrivateKey, type KeyObject } from 'node:crypto'
import { compactDecrypt } from 'jose'
import type { Content } from '../../../contracts/report/evidence.ts'
import { freshOf } from './fresh.ts'
import { type JsonRead, readJson } from './json.ts'
import { largestHead, largestRead } from './limits.ts'
import { readPlaintext } from './plaintext.ts'

/** What a body turns out to be. Reading is lenient, so that one defect hides no other; judging is not. */

/**
 * Which algorithms are opened; what a participant should use is for a check to say (catalogue 5.4). Any other is refused
 * by its name, before anything is computed: PBES2 would let the sender choose how long (RFC 7518 §8.1).
 */
const opened = {
  keyManagementAlgorithms: ['RSA-OAEP-256', 'RSA-OAEP', 'RSA-OAEP-384', 'RSA-OAEP-512'],
  maxDecompressedLength: largestRead,
  contentEncryptionAlgorithms: ['A128CBC-HS256', 'A192CBC-HS384', 'A256CBC-HS512', 'A128GCM', 'A192GCM', 'A256GCM'],
}

export const importKeys = (pems: readonly string[]): readonly KeyObject[] => pems.map((pem) => createPrivateKey(pem))

/** `strip` takes out of an opened text what must not be recorded. */
export async function readContent(
  text: string,
  keys: readonly KeyObject[],
  strip: (text: string) => string = (whole) => whole,
): Promise<Content> {
  if (text === '') return { form: 'empty' }
  const bare = unquoted(text)
  if (isCompact(bare)) return readSealed(bare, bare === text, keys, strip)
  const parsed = readJson(text)
  if (parsed === undefined) return { form: 'text' }
  if ('unread' in parsed) return { form: 'text', unread: parsed.unread }
  const jwe = compacted(parsed.value)
  return jwe === null ? { form: 'json', value: parsed.value, ...twice(parsed) } : readSealed(jwe, false, keys, strip)
}

const twice = ({ duplicateKeys }: Extract<JsonRead, { value: unknown }>) =>
  duplicateKeys.length === 0 ? {} : { duplicateKeys }

/** Without patterns that go back: on a body of many megabytes they run out of stack. */
function unquoted(text: string): string {
  const bare = text.trim()
  const isQuoted = bare.length > 1 && bare.startsWith('"') && bare.endsWith('"')
  return isQuoted ? bare.slice(1, -1).trim() : bare
}

/** Five parts of base64url (RFC 7516 §7.1); only the key may be empty. */
function isCompact(text: string): boolean {
  const parts = text.split('.', 6)
  const full = parts.filter((part, at) => at === 1 || part !== '')
  return parts.length === 5 && full.length === 5 && parts.every((part) => !/[^\w-]/.test(part))
}

/** A JWE in JSON serialization (RFC 7516 §7.2), written as the compact one would be; null when it is none. */
function compacted(value: unknown): string | null {
  const { protected: header, iv, ciphertext, tag, encrypted_key, recipients } = (value ?? {}) as Record<string, unknown>
  const [recipient] = Array.isArray(recipients) ? recipients : [{ encrypted_key }]
  const parts: readonly unknown[] = [header, recipient?.encrypted_key ?? '', iv, ciphertext, tag]
  if (!parts.every((part) => typeof part === 'string')) return null
  const jwe = parts.join('.')
  return isCompact(jwe) ? jwe : null
}

async function readSealed(
  jwe: string,
  compact: boolean,
  keys: readonly KeyObject[],
  strip: (text: string) => string,
): Promise<Content> {
  const header = headerOf(jwe)
  if (header === null) return { form: 'text' }
  const opened = await open(jwe, keys)
  if ('error' in opened) return { form: 'jwe', compact, header, opened, fresh: null }
  const { plaintext, by } = opened
  const fresh = freshOf(jwe, header.alg, keys[by] as KeyObject)
  return { form: 'jwe', compact, header, opened: { ...readPlaintext(plaintext, strip), by }, fresh }
}

/** A header as large as all headers of HTTP may be is none. */
function headerOf(jwe: string): Record<string, unknown> | null {
  const part = jwe.slice(0, jwe.indexOf('.'))
  if (part.length > largestHead) return null
  const read = readJson(Buffer.from(part, 'base64url').toString('utf8'))
  const value = read !== undefined && 'value' in read ? read.value : null
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value)
  return isObject ? (value as Record<string, unknown>) : null
}

async function open(
  jwe: string,
  keys: readonly KeyObject[],
): Promise<{ plaintext: Uint8Array; by: number } | { error: string }> {
  let error = 'there is no key to open it with'
  for (const [by, key] of keys.entries()) {
    try {
      const { plaintext } = await compactDecrypt(jwe, key, opened)
      return { plaintext, by }
    } catch (cause) {
      error = (cause as Error).message
    }
  }
  return { error }
}
