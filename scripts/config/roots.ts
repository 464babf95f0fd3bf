import { readFile } from 'node:fs/promises'
import { setupError } from '../cli/exit.ts'

/** The PEM certificates in the file of `--trust`. `what`: which file to give it. Throws a CommandError. */
export async function rootsIn(path: string, what: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw setupError(`the roots cannot be read: ${error.message}; see --trust`)
  })
  const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)
  if (found !== null) return found
  throw setupError(`${path} holds no PEM certificate: give --trust ${what}`)
}
