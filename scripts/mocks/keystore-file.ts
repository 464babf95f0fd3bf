import { access } from 'node:fs/promises'
import type { Keystore } from '../../contracts/config/config.ts'
import type { PartyKeys } from '../../contracts/config/party-keys.ts'
import { readKeystore } from '../../contracts/config/read.ts'
import { makePartyKeys, withBank } from '../../suites/targets/mocks.ts'
import { setupError } from '../cli/exit.ts'
import { readPrivately, writePrivately } from '../config/private-file.ts'
import { newControlToken } from '../control-token.ts'

/** The keystore from which the parties take their keys. */

interface Kept {
  readonly keys: PartyKeys
  readonly controlToken: string
  /** Whether something was written that was not there. */
  readonly made: boolean
}

/** The bank whose client certificate is among the keys. */
export interface Organisation {
  readonly name: string
  readonly organisationNumber: string
}

/**
 * Reads the file; makes it, or what it lacks of the parties and for that bank, with mode 0600. Throws a CommandError.
 */
export async function keptIn(path: string, bank: Organisation): Promise<Kept> {
  const found = await exists(path)
  const keystore = found ? await read(path) : null
  if (keystore?.parties !== undefined) {
    const keys = await withBank(keystore.parties, bank).catch((error: Error) => {
      throw setupError(error.message)
    })
    if (keys !== keystore.parties) await write(path, { ...keystore, parties: keys })
    return { keys, controlToken: keystore.controlToken, made: false }
  }
  const keys = await withBank(await makePartyKeys(), bank)
  const whole = keystore === null ? newKeystore(keys) : withParties(keystore, keys)
  await write(path, whole)
  return { keys, controlToken: whole.controlToken, made: true }
}

async function write(path: string, keystore: Keystore): Promise<void> {
  try {
    await writePrivately(path, `${JSON.stringify(keystore, null, 2)}\n`)
  } catch (error) {
    throw setupError(`the keystore ${path} cannot be written: ${(error as Error).message}`)
  }
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
