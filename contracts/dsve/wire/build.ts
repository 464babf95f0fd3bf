import { defaultSchemaVersion, hasMetadata, type SchemaVersion } from '../profile.ts'
import { type Markup, markup } from '../xml/markup.ts'
import { serialize } from '../xml/serialize.ts'
import { codecs } from './codecs.ts'
import type { MessageOf } from './messages.ts'

export interface Written {
  readonly version?: SchemaVersion
  /** When the message was made, `yyyy-MM-ddTHH:mm:ss`; only versions with `metadata` write it. */
  readonly opprettet?: string
}

/** The message as an element. Throws RangeError for what the types allow and no message can hold, as `NaN` kroner. */
export function markupOf<Root extends keyof MessageOf>(
  root: Root,
  message: MessageOf[Root],
  { version = defaultSchemaVersion, opprettet = '2000-01-01T00:00:00' }: Written = {},
): Markup {
  const { attributes = {}, children = [] } = codecs[root].write(message)
  const metadata = markup('metadata', { children: [markup('opprettet', { text: opprettet })] })
  return markup(root, { attributes, children: hasMetadata(version) ? [...children, metadata] : children })
}

/** The message as the text of its file; the same text for the same message. */
export const xmlOf = <Root extends keyof MessageOf>(root: Root, message: MessageOf[Root], written?: Written): string =>
  serialize(markupOf(root, message, written))
