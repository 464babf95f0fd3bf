import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it, and says whether it had to be made. Step by step: `mkdir` with `recursive` never
 * comes back from some places, such as below `/proc`.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<boolean> {
  try {
    await mkdir(path, { mode })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return false
    if (code !== 'ENOENT' || dirname(path) === path) throw error
  }
  await makeFolder(dirname(path), mode)
  await mkdir(path, { mode })
  return true
}
