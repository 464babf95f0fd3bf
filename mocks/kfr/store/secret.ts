import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * What makes customer numbers unreadable (AGR 5.1). There are so few numbers that a digest without a secret would tell them
 * all. Equal numbers stay equal, which a look-up needs.
 */
export interface Secret {
  /** 16 bytes; what stands in the database in place of a customer: the number as one block of AES-256. */
  cover(number: string): Buffer
  /** 16 hexadecimal digits of an HMAC by another key: what is shown of a customer has nothing to do with the database. */
  shown(number: string): string
  /** AES-256-GCM: nonce, tag, ciphertext. `about` is bound to it. */
  seal(plain: string, about: string): Buffer
  /** Throws when it is not ours, or about something else. */
  open(sealed: Uint8Array, about: string): string
}

/** At least 32 bytes. */
export function createSecret(material: Uint8Array): Secret {
  if (material.length < 32) throw new Error('The secret of the register must have at least 32 bytes')
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', material, 'samsvar', `kfr ${use}`, 32))
  const [database, sightings, spool] = [keyFor('database'), keyFor('sightings'), keyFor('spool')]
  const mac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  // One block for each number, and no block twice but for the same number: nothing is left for a mode to do.
  const blocks = createCipheriv('aes-256-ecb', database, null).setAutoPadding(false)
  const blockOf = (text: string) =>
    text.length < blockBytes
      ? Buffer.from(text.padEnd(blockBytes, '\0'), 'latin1')
      : mac(database, text).subarray(0, blockBytes)
  return {
    cover: (number) => blocks.update(blockOf(number)),
    shown: (number) => mac(sightings, number).toString('hex').slice(0, 16),
    seal(plain, about) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', spool, nonce).setAAD(Buffer.from(about))
      const text = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    open(sealed, about) {
      const [nonce, tag, text] = [
        sealed.subarray(0, nonceBytes),
        sealed.subarray(nonceBytes, nonceBytes + tagBytes),
        sealed.subarray(nonceBytes + tagBytes),
      ]
      const cipher = createDecipheriv('aes-256-gcm', spool, nonce).setAAD(Buffer.from(about)).setAuthTag(tag)
      return Buffer.concat([cipher.update(text), cipher.final()]).toString()
    },
  }
}

const [nonceBytes, tagBytes, blockBytes] = [12, 16, 16]
