import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { stringify } from 'yaml'
import type { Config, Keystore } from '../../contracts/config/config.ts'
import { setupError } from '../cli/exit.ts'
import { writePrivately } from './private-file.ts'

/** Writing a configuration, and what stands beside it. */

/** Where the keystore of a configuration stands: `c.yaml` gets `c.keystore.json` beside it. */
export const keystoreBeside = (path: string) => beside(path, 'keystore.json')

/** Where the token of the hooks stands: `c.yaml` gets `c.hooks.token` beside it. */
export const hookTokenBeside = (path: string) => beside(path, 'hooks.token')

const beside = (path: string, ending: string) =>
  resolve(dirname(path), `${basename(path).replace(/\.(ya?ml|json)$/, '')}.${ending}`)

/** Before anything is started for the sake of a file that cannot be written. */
export async function insistOnWritable(path: string): Promise<void> {
  const folder = dirname(resolve(path))
  try {
    await access(folder, constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such folder' : 'that is no folder that may be written'
    throw setupError(`the configuration cannot be written to ${folder}: ${why}; make it, or name another file`)
  }
}

/** All have mode 0600. The token of the hooks stands in a file of its own, which the configuration names. */
export async function writeConfigFiles(
  path: string,
  config: Omit<Config, 'keystore'>,
  keystore: Keystore,
  hookToken?: string,
): Promise<string> {
  const keystorePath = keystoreBeside(path)
  try {
    if (hookToken !== undefined) await writePrivately(hookTokenBeside(path), hookToken)
    await writePrivately(keystorePath, `${JSON.stringify(keystore, null, 2)}\n`)
    await writePrivately(path, stringify({ ...config, keystore: basename(keystorePath) }, { lineWidth: 0 }))
  } catch (error) {
    throw setupError(`the configuration cannot be written to ${path}: ${(error as Error).message}`)
  }
  return keystorePath
}
