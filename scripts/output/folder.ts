import { mkdir, readdir, rename, rm, rmdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { harnessError, setupError } from '../cli/exit.ts'
import { makeFolder } from './make-folder.ts'

/**
 * Where a report goes. Files are written beside their places and moved there when all are whole, `report.json` last:
 * whatever kills the process, nothing half-written looks like a report.
 */
export interface OutputFolder {
  readonly path: string
  /** Takes away what an earlier run left here. */
  clear(): Promise<void>
  /** In this order; the last one makes the bundle whole. */
  write(files: ReadonlyMap<string, string>): Promise<void>
  /** Takes away what is not whole. */
  discard(): Promise<void>
}

const partial = '.partial-'

/** Files that a run leaves; nothing else in the folder is ever touched. */
export const bundleFiles = [
  'report.json',
  'report.html',
  'junit.xml',
  'evidence.ndjson',
  'evidence.sealed',
  'load.ndjson',
] as const

export async function openFolder(chosen: string | undefined, runId: string): Promise<OutputFolder> {
  const path = resolve(chosen ?? join('out', runId))
  const staging = join(path, partial + runId)
  const made = await prepared(path, staging)
  return {
    path,
    clear: async () => {
      const left = (await readdir(path)).filter((name) => isBundleFile(name) || name.startsWith(partial))
      for (const name of left)
        if (join(path, name) !== staging) await rm(join(path, name), { recursive: true, force: true })
    },
    write: async (files) => {
      try {
        for (const [name, text] of files) await writeFile(join(staging, name), text)
        for (const name of files.keys()) await rename(join(staging, name), join(path, name))
      } catch (error) {
        throw harnessError(`the report cannot be written to ${path}: ${reasonOf(error)}. Nothing was left there.`)
      }
      if (chosen === undefined) await pointLatestTo(path)
    },
    discard: async () => {
      await rm(staging, { recursive: true, force: true })
      // Only when the folder is ours and nothing came of it; rmdir leaves a folder with files in it alone.
      if (made) await rmdir(path).catch(() => undefined)
    },
  }
}

const isBundleFile = (name: string) => bundleFiles.some((file) => file === name)

/** Whether the folder had to be made. */
async function prepared(path: string, staging: string): Promise<boolean> {
  try {
    const made = await makeFolder(path)
    await mkdir(staging)
    return made
  } catch (error) {
    throw setupError(`the output folder ${path} cannot be written: ${reasonOf(error)}. Choose another with --out.`)
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const known: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EACCES: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'there is a file of that name',
  }
  return known[code ?? ''] ?? message
}

/** `out/latest`, for people; where links are not allowed it is left out. */
async function pointLatestTo(path: string): Promise<void> {
  const link = join(dirname(path), 'latest')
  try {
    await rm(link, { force: true })
    await symlink(path, link, 'junction')
  } catch {
    // The report itself is there, and its path is printed.
  }
}
