import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import type { KeyAndCertificate } from '../../contracts/config/party-keys.ts'

/**
 * A kept certificate that is readable, in force and belongs to its key. Throws an Error that says which is not, and how
 * to mend it, and repeats neither. `name` is the member of `PartyKeys`.
 */
export function checkPair(name: string, { privateKey, certificate }: KeyAndCertificate): X509Certificate {
  const read = readable(name, 'certificate', () => new X509Certificate(certificate))
  const key: KeyObject = readable(name, 'private key', () => createPrivateKey(privateKey))
  if (!read.checkPrivateKey(key)) throw kept(`key and certificate of ${name} do not belong together`)
  if (read.validToDate.getTime() < Date.now()) throw kept(`certificate of ${name} expired on ${read.validTo}`)
  return read
}

function readable<T>(name: string, what: string, read: () => T): T {
  try {
    return read()
  } catch {
    // The cause would repeat what the file holds.
    throw kept(`${what} of ${name} is not readable PEM`)
  }
}

const kept = (wrong: string) =>
  new Error(`The kept ${wrong}; put back the file as it was, or take "parties" out of the keystore for new ones`)
