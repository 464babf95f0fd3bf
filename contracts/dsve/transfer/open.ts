import type { ArchiveProblem } from '../archive/problems.ts'
import type { ArchiveEntry } from '../archive/read.ts'
import { readArchive } from '../archive/read.ts'
import type { Root } from '../messages.ts'
import { isRoot } from '../messages.ts'
import { type Outcome, read } from '../outcome.ts'
import { readXml, type Xml, type XmlProblem } from '../xml/read.ts'
import { type Manifest, manifestName, readManifest } from './manifest.ts'

export interface FileOfPayload {
  readonly name: string
  readonly xml: Outcome<Xml, XmlProblem>
}

/** What a payload holds, judged by nobody yet. */
export interface Payload {
  readonly manifest: Outcome<Manifest, XmlProblem | 'another-document'> | null
  /** Every other file that calls itself XML or is one of the four messages. */
  readonly documents: readonly FileOfPayload[]
  /** Names of what is neither. */
  readonly others: readonly string[]
}

/** Opens what was sent. Only the archive as a whole can be refused; each file says for itself whether it could be read. */
export function openPayload(bytes: Uint8Array): Outcome<Payload, ArchiveProblem> {
  const archive = readArchive(bytes)
  if (!archive.ok) return archive
  const isManifest = ({ name }: ArchiveEntry) => baseName(name).toLowerCase() === manifestName
  const manifest = archive.value.find(isManifest)
  const rest = archive.value.filter((entry) => !isManifest(entry))
  const documents = rest.filter(isXml)
  return read({
    manifest: manifest ? readManifest(manifest.bytes) : null,
    documents: documents.map(({ name, bytes: content }) => ({ name, xml: readXml(content) })),
    others: rest.filter((entry) => !documents.includes(entry)).map(({ name }) => name),
  })
}

const baseName = (name: string) => name.split('/').at(-1) ?? name

/** By its name, or because it begins like XML. */
const isXml = ({ name, bytes, nested }: ArchiveEntry) =>
  !nested && (/\.xml$/i.test(name) || /^(\ufeff|ï»¿)?\s*</.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1')))

/** The four messages among the documents of a payload, by their root elements, whatever the files are called. */
export function messagesIn({ documents }: Payload): readonly { name: string; root: Root; xml: Xml }[] {
  return documents.flatMap(({ name, xml }) =>
    xml.ok && isRoot(xml.value.root.name) ? [{ name, root: xml.value.root.name, xml: xml.value }] : [],
  )
}

/** Whether a file is called as that message has to be, in any letter case (dsve.md 2.3). */
export const isNamedAs = (root: Root, name: string): boolean =>
  new RegExp(`^${root}_.+\\.xml$`, 'i').test(baseName(name))
