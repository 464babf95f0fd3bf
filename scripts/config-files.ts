import { readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { stringify } from 'yaml'
import type { Config, Keystore } from '../contracts/config/config.ts'
import { type Read, readConfig, readKeystore } from '../contracts/config/read.ts'
import { setupError } from './cli/exit.ts'

/** The two files of a configuration, which stand beside each other; only the keystore holds secrets. */

export interface ConfigFiles {
  readonly config: Config
  readonly keystore: Keystore
}

export async function readConfigFiles(path: string): Promise<ConfigFiles> {
  const config = valid(path, readConfig(await textOf(path, 'the configuration')))
  const keystorePath = resolve(dirname(path), config.keystore)
  const keystore = valid(keystorePath, readKeystore(await textOf(keystorePath, 'the keystore that "keystore" names')))
  return { config, keystore }
}

/** `c.yaml` gets `c.keystore.json` beside it. Both have mode 0600. */
export async function writeConfigFiles(
  path: string,
  config: Omit<Config, 'keystore'>,
  keystore: Keystore,
): Promise<string> {
  const keystoreName = `${basename(path).replace(/\.(ya?ml|json)$/, '')}.keystore.json`
  const keystorePath = resolve(dirname(path), keystoreName)
  try {
    await writePrivately(keystorePath, `${JSON.stringify(keystore, null, 2)}\n`)
    await writePrivately(path, stringify({ ...config, keystore: keystoreName }, { lineWidth: 0 }))
  } catch (error) {
    throw setupError(`the configuration cannot be written to ${path}: ${(error as Error).message}`)
  }
  return keystorePath
}

/** Beside its place and then moved: a file that was there keeps neither its mode nor, if it is a link, its target. */
async function writePrivately(path: string, text: string): Promise<void> {
  const fresh = `${path}.${process.pid}.new`
  await writeFile(fresh, text, { mode: 0o600, flag: 'wx' })
  await rename(fresh, path)
}

async function textOf(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw setupError(`${what} cannot be read: ${(error as Error).message}`)
  }
}

function valid<T>(path: string, read: Read<T>): T {
  if (read.ok) return read.value
  const lines = read.problems.map(({ path: where, wrong, remedy }) => `  ${where}: ${wrong}; ${remedy}`)
  throw setupError([`${path} is not in order:`, ...lines].join('\n'))
}
