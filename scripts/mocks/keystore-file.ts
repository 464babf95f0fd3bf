import { access, readFile, writeFile } from 'node:fs/promises'
import type { Keystore } from '../../contracts/config/config.ts'
import type { PartyKeys } from '../../contracts/config/party-keys.ts'
import { readKeystore } from '../../contracts/config/read.ts'
import { makePartyKeys } from '../../suites/targets/mocks.ts'
import { newControlToken } from '../../suites/targets/stage.ts'
import { setupError } from '../cli/exit.ts'
import { readPrivately } from '../config/private-file.ts'
import { writePrivately } from '../config-files.ts'

/** The keystore from which the parties take their keys. */

export interface Kept {
  readonly keys: PartyKeys
  readonly controlToken: string
  /** Whether something was written that was not there. */
  readonly made: boolean
}

/** Reads the file; makes it, or what it lacks of the parties, with mode 0600. Throws a CommandError. */
export async function keptIn(path: string): Promise<Kept> {
  const found = await exists(path)
  const keystore = found ? await read(path) : null
  if (keystore?.parties !== undefined) {
    return { keys: keystore.parties, controlToken: keystore.controlToken, made: false }
  }
  const keys = await makePartyKeys()
  const whole = keystore === null ? newKeystore(keys) : withParties(keystore, keys)
  try {
    await writePrivately(path, `${JSON.stringify(whole, null, 2)}\n`)
  } catch (error) {
    throw setupError(`the keystore ${path} cannot be written: ${(error as Error).message}`)
  }
  return { keys, controlToken: whole.controlToken, made: true }
}

const newKeystore = (parties: PartyKeys): Keystore => ({
  schema: 'samsvar.keystore/1',
  controlToken: newControlToken(),
  consumerKeys: consumerKeysOf(parties),
  parties,
})

const withParties = (keystore: Keystore, parties: PartyKeys): Keystore => ({
  ...keystore,
  consumerKeys: [...keystore.consumerKeys, ...consumerKeysOf(parties)],
  parties,
})

/** A run opens with them what the bank seals. */
const consumerKeysOf = ({ consumer, secondAgency }: PartyKeys) => [consumer.privateKey, secondAgency.privateKey]

async function read(path: string): Promise<Keystore> {
  const found = await readPrivately(path)
  if ('wrong' in found) throw setupError(`the keystore ${path} ${found.wrong}: ${found.remedy}`)
  const keystore = readKeystore(found.text)
  if (keystore.ok) return keystore.value
  const lines = keystore.problems.map(({ path: where, wrong, remedy }) => `  ${where}: ${wrong}; ${remedy}`)
  throw setupError([`${path} is not in order:`, ...lines].join('\n'))
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/**
 * Writes a certificate, which everybody may read. A file that holds something else is left alone.
 * Throws a CommandError.
 */
export async function writeTrust(path: string, pem: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => null)
  if (before === pem) return
  if (before !== null && !before.startsWith('-----BEGIN CERTIFICATE-----')) {
    throw setupError(`${path} holds something else than a certificate; name another file with --trust-out`)
  }
  try {
    await writeFile(path, pem, { mode: 0o644 })
  } catch (error) {
    throw setupError(`the trust anchor cannot be written to ${path}: ${(error as Error).message}`)
  }
}
