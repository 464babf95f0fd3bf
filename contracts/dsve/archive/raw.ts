import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP written by hand, so that each of its fields can lie. */
export interface RawEntry {
  readonly name: string
  readonly content?: Uint8Array | string
  /** Instead of the deflated content. */
  readonly packed?: Uint8Array
  readonly method?: number
  readonly flags?: number
  readonly crc?: number
  /** What both headers say of the size. */
  readonly size?: number
  readonly packedSize?: number
  /** What stands in front of the content, where the directory says `name`. */
  readonly localName?: string
  /** Points at the content of that entry instead of having its own. */
  readonly sharesWith?: number
}

export interface RawEnd {
  /** How many entries the end announces. */
  readonly count?: number
  readonly directorySize?: number
  readonly comment?: string
}

export function rawArchive(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const locals: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const entry of entries) {
    const offset = entry.sharesWith === undefined ? at : (offsets[entry.sharesWith] ?? 0)
    offsets.push(offset)
    if (entry.sharesWith !== undefined) continue
    const local = Buffer.concat([header(entry), Buffer.from(packedOf(entry))])
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(entries.map((entry, index) => central(entry, offsets[index] ?? 0)))
  return new Uint8Array(Buffer.concat([...locals, directory, ending(entries.length, directory.length, at, end)]))
}

const packedOf = ({ content = '', packed, method = 8 }: RawEntry): Uint8Array =>
  packed ?? (method === 8 ? deflateRawSync(Buffer.from(content)) : Buffer.from(content))

/** The fields that the two headers share, from flags to the sizes. */
function common(entry: RawEntry): Buffer {
  const { content = '', method = 8, flags = 0x800, crc, size, packedSize } = entry
  const bytes = Buffer.from(content)
  const fields = Buffer.alloc(20)
  fields.writeUInt16LE(flags, 0)
  fields.writeUInt16LE(method, 2)
  fields.writeUInt32LE(0x28210000, 4)
  fields.writeUInt32LE(crc ?? crc32(bytes), 8)
  fields.writeUInt32LE(packedSize ?? packedOf(entry).length, 12)
  fields.writeUInt32LE(size ?? bytes.length, 16)
  return fields
}

function header(entry: RawEntry): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name)
  const lengths = Buffer.alloc(4)
  lengths.writeUInt16LE(name.length, 0)
  return Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), common(entry), lengths, name])
}

function central(entry: RawEntry, offset: number): Buffer {
  const name = Buffer.from(entry.name)
  const rest = Buffer.alloc(18)
  rest.writeUInt16LE(name.length, 0)
  rest.writeUInt32LE(offset, 14)
  return Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3, 20, 0]), common(entry), rest, name])
}

function ending(
  found: number,
  size: number,
  offset: number,
  { count = found, directorySize = size, comment = '' }: RawEnd,
) {
  const end = Buffer.alloc(22)
  Buffer.from([0x50, 0x4b, 5, 6]).copy(end)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directorySize, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([end, Buffer.from(comment)])
}
