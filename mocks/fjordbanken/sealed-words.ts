import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/**
 * Words that only Fjordbanken can read: account references and cursors hold what they mean, and the bank keeps nothing.
 * The same text becomes another word every time.
 */
export interface SealedWords {
  /** Base64url. */
  seal(text: string): string
  /** Null when the bank did not write it. */
  open(word: string): string | null
}

export function createSealedWords(secret: string): SealedWords {
  const key = createHash('sha256').update(secret).digest()
  return {
    seal(text) {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(word) {
      const bytes = Buffer.from(word, 'base64url')
      // A last character may hold bits that no byte uses: only the spelling that was written counts (KI-PAG-017).
      if (bytes.length <= ivLength + tagLength || bytes.toString('base64url') !== word) return null
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength))
      cipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
      try {
        return cipher.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + cipher.final('utf8')
      } catch {
        return null
      }
    },
  }
}

const ivLength = 12
const tagLength = 16

/** Everything that must be percent-encoded in a path, so that a gateway which decodes too early or twice is noticed. */
const before = 'k:'
const behind = '= +/%2Fø~'

/** `own` is what the bank itself calls the account. */
export const referenceTo = (words: SealedWords, own: string) => `${before}${words.seal(`konto ${own}`)}${behind}`

/** What the bank itself calls the account; null for what is no reference of this bank. */
export function wordIn(words: SealedWords, reference: string): string | null {
  if (!reference.startsWith(before) || !reference.endsWith(behind)) return null
  const text = words.open(reference.slice(before.length, -behind.length))
  return text?.startsWith('konto ') ? text.slice('konto '.length) : null
}
