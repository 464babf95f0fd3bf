import { chmod, readFile, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { setupError } from '../cli/exit.ts'
import { makeFolder } from './make-folder.ts'

/** The key to which evidence is sealed when nobody else's is given. It stays on this machine, outside any output folder. */

/** `SAMSVAR_HOME`, or where the platform keeps such things. */
const home = () =>
  process.env.SAMSVAR_HOME ||
  join(process.env.XDG_DATA_HOME ?? process.env.LOCALAPPDATA ?? join(homedir(), '.local', 'share'), 'samsvar')

/** The public half; the key is made at the first use. */
export async function evidenceKey(): Promise<JWK> {
  const path = join(home(), 'evidence-key.json')
  try {
    const { kty, n, e } = await readOrMake(path)
    if (kty !== 'RSA' || !n || !e) throw new Error('it is no RSA key; move it away, and a new one is made')
    return { kty, n, e }
  } catch (error) {
    throw setupError(
      `the key for sealing evidence cannot be kept in ${path}: ${(error as Error).message}. Set SAMSVAR_HOME.`,
    )
  }
}

async function readOrMake(path: string): Promise<JWK> {
  const kept = await readFile(path, 'utf8').catch(absent)
  if (kept !== null) {
    await chmod(path, 0o600)
    return JSON.parse(kept) as JWK
  }
  const { privateKey } = await generateKeyPair('RSA-OAEP-256', { modulusLength: 3072, extractable: true })
  const key = await exportJWK(privateKey)
  await makeFolder(home(), 0o700)
  // Whoever was quicker wins: two runs that start together must end with one key.
  const made = await writeFile(path, JSON.stringify(key), { mode: 0o600, flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      return false
    },
  )
  return made ? key : (JSON.parse(await readFile(path, 'utf8')) as JWK)
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
