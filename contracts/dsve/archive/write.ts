import AdmZip from 'adm-zip'

export interface FileOfArchive {
  readonly name: string
  readonly content: string | Uint8Array
}

/** As MS-DOS counts, in local time: any time zone writes the same bytes. */
const time = new Date(2000, 0, 1)
const unixMadeIt = 0x0314

/**
 * A ZIP of these files in this order, the same bytes for the same files. They are stored as they are, for deflated bytes
 * depend on the release of zlib; `deflated` is for those who want to see both. None at all is a lawful, empty archive.
 */
export function writeArchive(files: readonly FileOfArchive[], { deflated = false } = {}): Uint8Array<ArrayBuffer> {
  const archive = new AdmZip(undefined, { noSort: true })
  for (const { name, content } of files) {
    const { header } = archive.addFile(name, Buffer.from(content), '', 0o100644 << 16)
    header.time = time
    header.made = unixMadeIt
    if (!deflated) header.method = 0
  }
  return new Uint8Array(archive.toBuffer())
}
