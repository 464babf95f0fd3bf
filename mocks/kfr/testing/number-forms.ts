/** In which forms somebody's number of eleven digits may lie in a file, of those that anybody can read back. */

interface NumberForm {
  readonly form: string
  readonly of: (number: string) => Buffer
  /** Where it can lie: longer or as long, byte by byte. All other places are passed over. */
  readonly among: RegExp
}

const digits = /[0-9]{11,}/g
const grouped = (mark: string): NumberForm => ({
  form: `in groups with ${JSON.stringify(mark)}`,
  of: (number) => Buffer.from(`${number.slice(0, 6)}${mark}${number.slice(6)}`),
  among: /[0-9 .-]{12,}/g,
})
const base64 = (before: number): NumberForm => ({
  form: `base64, ${before} bytes after a third`,
  // What stands at the edges depends on the neighbours, and is left out.
  of: (number) => {
    const text = Buffer.concat([Buffer.alloc(before), Buffer.from(number)]).toString('base64')
    return Buffer.from(text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + number.length) * 8) / 6)))
  },
  among: /[A-Za-z0-9+/]{13,}/g,
})
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const besideZeros = /[\s\S]{0,5}\u0000{3,}[\s\S]{0,5}/g

export const numberForms: readonly NumberForm[] = [
  { form: 'text', of: (number) => Buffer.from(number), among: digits },
  { form: 'backwards', of: (number) => Buffer.from([...number].toReversed().join('')), among: digits },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  { form: 'UTF-16 LE', of: (number) => Buffer.from(number, 'utf16le'), among: /(?:[0-9]\u0000){11,}/g },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  { form: 'UTF-16 BE', of: (number) => Buffer.from(number, 'utf16le').swap16(), among: /(?:\u0000[0-9]){11,}/g },
  {
    form: 'hexadecimal of the text',
    of: (number) => Buffer.from(Buffer.from(number).toString('hex')),
    among: /[0-9]{22,}/g,
  },
  { form: 'integer, big end first', of: (number) => integer(number), among: besideZeros },
  { form: 'integer, little end first', of: (number) => integer(number).reverse(), among: besideZeros },
  {
    form: 'packed decimal',
    of: (number) => Buffer.from(`${number}0`, 'hex'),
    among: packed(),
  },
  ...[0, 1, 2].map(base64),
  ...[' ', '-', '.'].map(grouped),
]

function integer(number: string): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(number))
  return bytes
}

/** Bytes of which both halves are digits. */
function packed(): RegExp {
  const ranges = Array.from({ length: 10 }, (_, high) => `\\x${high}0-\\x${high}9`)
  return new RegExp(`[${ranges.join('')}]{6,}`, 'g')
}

/** The forms in which any of the numbers stands in the bytes, with how often. */
export function formsFound(bytes: Buffer, numbers: Iterable<string>): ReadonlyMap<string, number> {
  const text = bytes.toString('latin1')
  const all = [...numbers]
  const found = new Map<string, number>()
  for (const { form, of, among } of numberForms) {
    const needles = new Set(all.map((number) => of(number).toString('latin1')))
    const [{ length } = ''] = needles
    let count = 0
    for (const [run] of text.matchAll(among)) {
      for (let at = 0; at + length <= run.length; at += 1) if (needles.has(run.slice(at, at + length))) count += 1
    }
    if (count > 0) found.set(form, count)
  }
  return found
}
