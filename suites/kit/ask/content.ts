import { createPrivateKey, type KeyObject } from 'node:crypto'
import { compactDecrypt, decodeProtectedHeader } from 'jose'
import type { Content } from '../../../contracts/report/evidence.ts'

/** What a body turns out to be. Reading is lenient, so that one defect hides no other; judging is not. */

const compactForm = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/

/** As much as an answer may have: an inflated body is not allowed to grow beyond it. */
const largestPlaintext = 64 * 1024 * 1024

/** Which algorithms are opened; what a participant should use is for a check to say (catalogue 5.4). */
const opened = {
  keyManagementAlgorithms: ['RSA-OAEP-256', 'RSA-OAEP', 'RSA-OAEP-384', 'RSA-OAEP-512'],
  maxDecompressedLength: largestPlaintext,
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
  const bare = text
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .trim()
  if (compactForm.test(bare)) return readSealed(bare, bare === text, keys, strip)
  const parsed = parseJson(text)
  if (parsed === undefined) return { form: 'text' }
  const jwe = compacted(parsed.value)
  return jwe === null ? { form: 'json', value: parsed.value } : readSealed(jwe, false, keys, strip)
}

/** A JWE in JSON serialization (RFC 7516 §7.2), written as the compact one would be; null when it is none. */
function compacted(value: unknown): string | null {
  const { protected: header, iv, ciphertext, tag, encrypted_key, recipients } = (value ?? {}) as Record<string, unknown>
  const [recipient] = Array.isArray(recipients) ? recipients : [{ encrypted_key }]
  const jwe = [header, recipient?.encrypted_key ?? '', iv, ciphertext, tag].join('.')
  return compactForm.test(jwe) ? jwe : null
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
  if ('error' in opened) return { form: 'jwe', compact, header, opened }
  const plain = strip(opened.text)
  return { form: 'jwe', compact, header, opened: { text: plain, value: parseJson(plain)?.value } }
}

function headerOf(jwe: string): Record<string, unknown> | null {
  try {
    return decodeProtectedHeader(jwe)
  } catch {
    return null
  }
}

async function open(jwe: string, keys: readonly KeyObject[]): Promise<{ text: string } | { error: string }> {
  let error = 'there is no key to open it with'
  for (const key of keys) {
    try {
      const { plaintext } = await compactDecrypt(jwe, key, opened)
      return { text: new TextDecoder().decode(plaintext) }
    } catch (cause) {
      error = (cause as Error).message
    }
  }
  return { error }
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}
