import { readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { KeyAndCertificate } from '../../contracts/config/party-keys.ts'
import { setupError } from '../cli/exit.ts'
import { writePrivately } from '../config/private-file.ts'
import type { Values } from './settings.ts'

/** What a bank is handed: the root that it is to trust, and a certificate with which it calls. */

/** Where the root certificate goes: as told, or beside the keystore (`c.keystore.json`, `c.root.pem`), or nowhere. */
export function trustPlace(values: Values, keystore: string | null): string | null {
  return values['trust-out'] ?? (keystore === null ? null : `${stemOf(keystore)}.root.pem`)
}

/**
 * Writes a certificate, which everybody may read. A file that holds something else is left alone.
 * Throws a CommandError.
 */
export async function writeTrust(path: string, pem: string): Promise<void> {
  const before = await heldBefore(path, '-----BEGIN CERTIFICATE-----', 'a certificate', '--trust-out')
  if (before === pem) return
  try {
    await writeFile(path, pem, { mode: 0o644 })
  } catch (error) {
    throw setupError(`the trust anchor cannot be written to ${path}: ${(error as Error).message}`)
  }
}

export interface ClientPlace {
  readonly certificate: string
  readonly key: string
}

/** Where the client certificate of the bank goes, and its key: as told, or beside the keystore, or nowhere. */
export function clientPlace(values: Values, keystore: string | null): ClientPlace | null {
  const given = values['client-out']
  if (given !== undefined) return { certificate: given, key: `${given.replace(/\.pem$/, '')}-key.pem` }
  return keystore === null ? null : clientBeside(keystore)
}

export const clientBeside = (keystore: string): ClientPlace => ({
  certificate: `${stemOf(keystore)}.client.pem`,
  key: `${stemOf(keystore)}.client-key.pem`,
})

/**
 * Writes the certificate with which a bank under development calls Brreg, and its key, which nobody else may read.
 * Files that hold something else are left alone. Throws a CommandError.
 */
export async function writeClient({ certificate, key }: ClientPlace, pair: KeyAndCertificate): Promise<void> {
  const option = '--client-out'
  await heldBefore(certificate, '-----BEGIN CERTIFICATE-----', 'a certificate', option)
  await heldBefore(key, '-----BEGIN PRIVATE KEY-----', 'a private key', option)
  try {
    await writePrivately(key, pair.privateKey)
    await writeFile(certificate, pair.certificate, { mode: 0o644 })
  } catch (error) {
    throw setupError(`the client certificate cannot be written to ${certificate}: ${(error as Error).message}`)
  }
}

/** What stands in a file that may be written over; null when there is none. */
async function heldBefore(path: string, begin: string, what: string, option: string): Promise<string | null> {
  const before = await readFile(path, 'utf8').catch(() => null)
  if (before === null || before.startsWith(begin)) return before
  throw setupError(`${path} holds something else than ${what}; name another file with ${option}`)
}

/** `c.keystore.json` and `c.json` without their endings. */
const stemOf = (keystore: string) => join(dirname(keystore), basename(keystore).replace(/(\.keystore)?\.json$/, ''))
