import { createHash } from 'node:crypto'

/** In which forms a number may stand in somebody's files: readable ones, and digests that anybody can compute. */

export interface Needle {
  /** Which form it is, in a word: it is told, and the number never is. */
  readonly form: string
  readonly bytes: Buffer
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le')

/**
 * As text in the usual encodings and groupings. Base64 of a longer text holds a number in one of three alignments; what
 * stands at their edges depends on the neighbours, and is left out.
 */
export function readableForms(number: string): readonly Needle[] {
  const forms: [string, Buffer][] = [
    ['plain', Buffer.from(number)],
    ['UTF-16', utf16(number)],
    ['UTF-16', utf16(number).swap16()],
    ['hexadecimal', Buffer.from(Buffer.from(number).toString('hex'))],
    ...[0, 1, 2].map((before): [string, Buffer] => ['base64', inBase64(number, before)]),
  ]
  if (number.length === 11)
    for (const mark of [' ', '-', '.'])
      forms.push(['grouped', Buffer.from(number.slice(0, 6) + mark + number.slice(6))])
  return forms.map(([form, bytes]) => ({ form, bytes }))
}

function inBase64(number: string, before: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(before), Buffer.from(number)])
    .toString('base64')
    .replace(/=+$/, '')
  // Whole groups of six bits alone are the number's own.
  const from = Math.ceil((before * 8) / 6)
  const to = Math.floor(((before + number.length) * 8) / 6)
  return Buffer.from(text.slice(from, to))
}

const algorithms = ['md5', 'sha1', 'sha256', 'sha384', 'sha512', 'sha3-256'] as const

/** Of a digest so many bytes are looked for: some store less than the whole of it. */
const digestBytes = 12

/** Digests without a secret: whoever has the file tries all numbers in a minute. */
export const bareDigests = (number: string): readonly Needle[] =>
  algorithms.flatMap((algorithm) => {
    const digest = createHash(algorithm).update(number).digest().subarray(0, digestBytes)
    const hex = digest.toString('hex')
    return [
      { form: algorithm, bytes: digest },
      { form: `${algorithm}, hexadecimal`, bytes: Buffer.from(hex) },
      { form: `${algorithm}, hexadecimal`, bytes: Buffer.from(hex.toUpperCase()) },
      { form: `${algorithm}, base64`, bytes: Buffer.from(digest.toString('base64')) },
    ]
  })
