import { readFile, rename, stat, writeFile } from 'node:fs/promises'

/** Files that hold secrets: whoever else can read them has them, too. */

export interface Wrong {
  readonly wrong: string
  readonly remedy: string
}
export type Text = { readonly text: string } | Wrong

const others = 0o077

/** The text of a file, or why it cannot be had. Windows has no such modes. */
export async function readPrivately(path: string): Promise<Text> {
  const found = await readPlainly(path)
  if ('wrong' in found || process.platform === 'win32') return found
  const { mode } = await stat(path)
  if ((mode & others) === 0) return found
  const shown = (mode & 0o777).toString(8).padStart(4, '0')
  return { wrong: `is open to others (mode ${shown})`, remedy: `chmod 600 ${path}` }
}

export async function readPlainly(path: string): Promise<Text> {
  try {
    return { text: await readFile(path, 'utf8') }
  } catch (error) {
    return { wrong: reasonOf(error as NodeJS.ErrnoException), remedy: `look at the path ${path}` }
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'names a file that does not exist',
  EACCES: 'names a file that may not be read',
  EISDIR: 'names a folder',
  ENOTDIR: 'names a file below something that is no folder',
}

const reasonOf = ({ code }: NodeJS.ErrnoException) => reasons[code ?? ''] ?? `cannot be read (${code})`

/** Beside its place and then moved: a file that was there keeps neither its mode nor, if it is a link, its target. */
export async function writePrivately(path: string, text: string): Promise<void> {
  const fresh = `${path}.${process.pid}.new`
  await writeFile(fresh, text, { mode: 0o600, flag: 'wx' })
  await rename(fresh, path)
}
