import { CompactEncrypt } from 'jose'
import { sent } from './differences.ts'
import type { Recipient } from './recipient.ts'

/** A JWE in compact serialization; fresh content key and IV each time (catalogue 5.4, RFC 7516 §5.1). */
export function seal(text: string, { key, serialNumber }: Recipient): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({
      enc: sent.contentEncryption.here,
      alg: sent.keyEncryption.here,
      cty: 'application/json',
      kid: serialNumber,
      ...(text.length > sent.deflatedAbove.here && { zip: 'DEF' }),
    })
    .encrypt(key)
}
