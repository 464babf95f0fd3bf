import { type FileOfArchive, writeArchive } from '../archive/write.ts'
import { type Written, xmlOf } from '../wire/build.ts'
import type { MessageOf } from '../wire/messages.ts'
import { type Manifest, manifestName, manifestXml } from './manifest.ts'

export interface Packed extends Written {
  /** Behind the name of the message: `restgjeldssvar_<suffix>.xml`. No person data. */
  readonly suffix?: string
  /** Goes first into the archive, as Altinn 2 had it. */
  readonly manifest?: Manifest
}

export const fileNameOf = (root: string, suffix: string): string => `${root}_${suffix}.xml`

/** The ZIP of a message. The same bytes for the same message. Throws as `markupOf` does. */
export function payloadOf<Root extends keyof MessageOf>(
  root: Root,
  message: MessageOf[Root],
  { suffix = '1', manifest, ...written }: Packed = {},
): Uint8Array<ArrayBuffer> {
  return writeArchive([
    ...manifestFile(manifest),
    { name: fileNameOf(root, suffix), content: xmlOf(root, message, written) },
  ])
}

/** The ZIP of a refusal: nothing, or the manifest alone, since no message without loans is valid (dsve.md, fact 2). */
export const refusalPayload = (manifest?: Manifest): Uint8Array<ArrayBuffer> => writeArchive(manifestFile(manifest))

const manifestFile = (manifest: Manifest | undefined): readonly FileOfArchive[] =>
  manifest ? [{ name: manifestName, content: manifestXml(manifest) }] : []
