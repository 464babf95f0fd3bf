import type { Office } from './offices.ts'
import {
  fileNameOf,
  type Manifest,
  type MessageOf,
  manifestName,
  manifestXml,
  messages,
  type RequestRoot,
  requestProperties,
  service,
  writeArchive,
  xmlOf,
} from './wire.ts'

/** What goes to the broker. */
export interface Parcel {
  readonly fileName: string
  readonly sendersFileTransferReference: string
  readonly propertyList: Readonly<Record<string, string>>
  readonly payload: Uint8Array
}

/** The same while it can still be changed: the text of the message and the files of the archive. */
export interface Draft extends Omit<Parcel, 'payload'> {
  readonly root: RequestRoot
  readonly office: Office
  /** Whoever fetches it follows what stands in a message; see variants.ts. With https. */
  readonly canaryUrl: string
  readonly xmlName: string
  readonly xml: string | Uint8Array
  /** Null leaves manifest.xml out. */
  readonly manifest: string | Uint8Array | null
  /** From the files to the bytes. */
  readonly pack: (files: readonly { readonly name: string; readonly content: string | Uint8Array }[]) => Uint8Array
}

export interface Written<Root extends RequestRoot = RequestRoot> {
  readonly root: Root
  readonly message: MessageOf[Root]
  readonly office: Office
  /** Unique, in the names of files and in the sender's reference. No person data. */
  readonly mark: string
  readonly canaryUrl: string
}

export function draftOf<Root extends RequestRoot>({ root, message, office, mark, canaryUrl }: Written<Root>): Draft {
  const propertyList = requestProperties(root)
  const sendersFileTransferReference = `samsvar-${mark}`
  const manifest: Manifest = {
    ...service,
    sendersReference: sendersFileTransferReference,
    reportee: office.id,
    propertyList,
  }
  return {
    root,
    office,
    canaryUrl,
    fileName: `${messages[root].messageType.toLowerCase()}_${mark}.zip`,
    sendersFileTransferReference,
    propertyList,
    xmlName: fileNameOf(root, mark),
    xml: xmlOf(root, message),
    // The platform made it in Altinn 2; it is optional, and harmless.
    manifest: manifestXml(manifest),
    pack: writeArchive,
  }
}

export function parcelOf({ fileName, sendersFileTransferReference, propertyList, ...draft }: Draft): Parcel {
  const files = [
    ...(draft.manifest === null ? [] : [{ name: manifestName, content: draft.manifest }]),
    { name: draft.xmlName, content: draft.xml },
  ]
  return { fileName, sendersFileTransferReference, propertyList, payload: draft.pack(files) }
}
