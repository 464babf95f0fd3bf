/** Why an archive is not opened, and what its maker can do about it. */
export const mend = {
  'not-a-zip': 'send a ZIP archive, as it is',
  truncated: 'send the whole archive; compare the length and checksum of what was uploaded',
  damaged: 'write the archive with a common ZIP library, and do not change it afterwards',
  crc: 'write the archive anew; the bytes were changed after the checksum was made',
  'too-large': 'send one message in one archive',
  'too-many-entries': 'send the message and at most manifest.xml',
  ratio: 'write the size that the entry has, and no padding',
  encrypted: 'do not encrypt or sign inside the archive; Altinn protects the transfer',
  'unknown-method': 'store the entry, or deflate it',
  'unsafe-name': 'name the file alone: no folder outside, no drive, no backslash, no control character',
  'duplicate-name': 'give every entry a name of its own',
  contradictory: 'write the same name and sizes in front of the entry and in the directory',
} as const

export type ArchiveProblem = keyof typeof mend
