/** Compact JOSE texts and PEM: never told, not even a part of one. */

const pem = /-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g
/** A base64url text that begins with a brace and something after it, and up to four more parts. */
const compact = /e[yw][A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){0,4}/g

interface Sealed {
  readonly kind: 'PEM' | 'JWT' | 'JWE'
  readonly index: number
  readonly text: string
}

/** Every such text. One part is enough: somebody may have cut the others off. */
export function sealedTexts(text: string): readonly Sealed[] {
  if (!/e[yw]|-----/.test(text)) return []
  const keys = [...text.matchAll(pem)].map((match) => ({ kind: 'PEM' as const, index: match.index, text: match[0] }))
  const tokens = [...text.matchAll(compact)]
    .filter((match) => isJson(match[0].split('.')[0] ?? ''))
    .map((match) => ({ kind: kindOf(match[0]), index: match.index, text: match[0] }))
  return [...keys, ...tokens]
}

const kindOf = (text: string): Sealed['kind'] => (text.split('.').length > 3 ? 'JWE' : 'JWT')

/** A JOSE header is a JSON object (RFC 7515 §3), and so are the claims; `eyJ` is only their usual beginning. */
function isJson(part: string): boolean {
  return /^\{\s*"[\w:./-]{1,40}"\s*:/.test(Buffer.from(part, 'base64url').toString('latin1'))
}

/** The signature of RS256 or longer by itself, or any other sealed text of that length without a header. */
export const isBareSignature = (text: string) =>
  /^[A-Za-z0-9_-]{86,}$/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text)
