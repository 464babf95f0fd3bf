import { type Outcome, read, refuse } from '../outcome.ts'

/** From bytes to characters: what the document says of its encoding has to be true (XML 1.0, 4.3.3; DSVE-103). */

export type EncodingProblem = 'encoding-unknown' | 'encoding-contradicted' | 'encoding-broken'

export interface Decoded {
  readonly text: string
  /** As it was decoded, in lower case. */
  readonly encoding: string
}

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe, 0x00, 0x00], encoding: 'utf-32' },
  { bytes: [0x00, 0x00, 0xfe, 0xff], encoding: 'utf-32' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  // Without a mark, the first character says as much.
  { bytes: [0x3c, 0x00], encoding: 'utf-16le' },
  { bytes: [0x00, 0x3c], encoding: 'utf-16be' },
]

/** Names that documents use, and what decodes them. */
const known: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'latin1',
  'windows-1252': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
}

const begins = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte)

export function decodeXml(bytes: Uint8Array): Outcome<Decoded, EncodingProblem> {
  const evident = marks.filter(({ bytes: mark }) => begins(bytes, mark)).at(0)?.encoding
  const wide = evident?.startsWith('utf-16') === true
  const head = new TextDecoder(wide ? evident : 'latin1').decode(bytes.subarray(0, 400))
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(
    head.replace(/^(\ufeff|ï»¿)/, ''),
  )?.[1]
  const name = declared?.toLowerCase()
  const means = name === undefined ? undefined : known[name]
  if (evident === 'utf-32' || (name !== undefined && means === undefined))
    return refuse(
      'encoding-unknown',
      `the encoding is ${name ?? evident}, which receivers need not know`,
      'the XML declaration',
      'write UTF-8, and declare UTF-8 or nothing',
    )
  if (contradicts(means, evident))
    return refuse(
      'encoding-contradicted',
      `${name} is declared, and the bytes are ${evident ?? 'not wide characters'}`,
      'the XML declaration',
      'declare the encoding that the bytes are written in; best is UTF-8',
    )
  return decode(bytes, evident ?? means ?? 'utf-8')
}

const family = (encoding: string) => (encoding.startsWith('utf-16') ? 'utf-16' : encoding)

/** A declaration is false when a mark at the beginning says otherwise, and when it claims wide characters that are not. */
function contradicts(means: string | undefined, evident: string | undefined): boolean {
  if (means === undefined) return false
  if (evident === undefined) return family(means) === 'utf-16'
  return means === 'utf-16' ? family(evident) !== 'utf-16' : means !== evident
}

function decode(bytes: Uint8Array, encoding: string): Outcome<Decoded, EncodingProblem> {
  try {
    return read({ text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding })
  } catch {
    const at = firstBroken(bytes, encoding)
    const line = bytes.subarray(0, at).reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 1)
    return refuse(
      'encoding-broken',
      `byte ${at} is no ${encoding}`,
      `line ${line}, byte ${at}`,
      `write the whole document in ${encoding}, or declare what it is written in`,
    )
  }
}

/** Where the first character begins that cannot be decoded, found by halving. */
function firstBroken(bytes: Uint8Array, encoding: string): number {
  const decodable = (length: number) => {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    return decoder.decode(bytes.subarray(0, length), { stream: true })
  }
  let [whole, broken] = [0, bytes.length]
  while (broken - whole > 1) {
    const middle = (whole + broken) >> 1
    try {
      decodable(middle)
      whole = middle
    } catch {
      broken = middle
    }
  }
  const text = decodable(whole)
  return encoding === 'utf-8' ? Buffer.byteLength(text) : encoding.startsWith('utf-16') ? text.length * 2 : whole
}
