import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * What makes customer numbers unreadable (AGR 5.1). There are so few numbers that a digest without a secret would tell them
 * all; under a secret it tells nothing, and is still equal for equal numbers, which a look-up needs.
 */
export interface Secret {
  /** 16 bytes; what stands in the database in place of a customer. */
  digest(number: string): Buffer
  /** 16 hexadecimal digits of another key: what is shown of a customer in observations has nothing to do with the database. */
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
  const mac = (key: Buffer, number: string) => createHmac('sha256', key).update(number).digest()
  return {
    digest: (number) => mac(database, number).subarray(0, 16),
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

const [nonceBytes, tagBytes] = [12, 16]
