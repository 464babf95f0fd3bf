import { closeSync, fsyncSync, openSync } from 'node:fs'

/** A name is on the disk when its folder is. Windows opens no folder, and keeps names by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
