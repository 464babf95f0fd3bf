/** Which of many values a text may hold, found in one pass: whoever is not named here is in no writing in it. */

/** Every needle has at least this many characters. */
const head = 4

interface Needles {
  /** Indices of the values that the text may hold. */
  candidates(text: string): ReadonlySet<number>
}

/** @param writings for each value, the texts of which at least one stands in a text that holds it, once escapes are undone */
export function createNeedles(writings: readonly (readonly string[])[]): Needles {
  const needles = writings.flatMap((texts, index) => texts.map((text) => ({ needle: text.toLowerCase(), index })))
  const heads = headsOf(needles)
  return {
    candidates: (text) => {
      const found = new Set<number>()
      for (const view of viewsOf(text.toLowerCase())) collect(view, heads, found)
      return found
    },
  }
}

/** Of texts that are sought as they stand, which do stand there. */
export function createExactNeedles(texts: readonly string[]): Needles {
  const heads = headsOf(texts.map((needle, index) => ({ needle, index })))
  return {
    candidates: (text) => {
      const found = new Set<number>()
      collect(text, heads, found)
      return found
    },
  }
}

interface Needle {
  readonly needle: string
  readonly index: number
}

function headsOf(needles: readonly Needle[]): Heads {
  const byHead = new Map<string, Needle[]>()
  for (const one of needles) {
    const start = one.needle.slice(0, head)
    byHead.set(start, [...(byHead.get(start) ?? []), one])
  }
  const heads = new Uint8Array(places)
  for (const start of byHead.keys()) heads[hashAt(start, 0)] = 1
  return { byHead, heads }
}

interface Heads {
  readonly byHead: ReadonlyMap<string, readonly Needle[]>
  /** By hash: most places of a long text are passed by without a string being made of them. */
  readonly heads: Uint8Array
}

const places = 2 ** 18

const hashAt = (text: string, at: number) =>
  (text.charCodeAt(at) * 31 +
    text.charCodeAt(at + 1) * 1009 +
    text.charCodeAt(at + 2) * 32_719 +
    text.charCodeAt(at + 3) * 131_071) &
  (places - 1)

function collect(view: string, { byHead, heads }: Heads, found: Set<number>): void {
  for (let at = 0; at + head <= view.length; at++) {
    if (heads[hashAt(view, at)] === 0) continue
    const some = byHead.get(view.slice(at, at + head))
    if (some === undefined) continue
    for (const { needle, index } of some) if (view.startsWith(needle, at)) found.add(index)
  }
}

/** The text as it stands, with its escapes undone, and with digits drawn together. */
function viewsOf(text: string): readonly string[] {
  const plain = unescaped(text)
  const spaced = plain.replaceAll('+', ' ')
  const views = [text]
  for (const view of [plain, spaced, drawnTogether(plain), drawnTogether(spaced)])
    if (!views.includes(view)) views.push(view)
  return views
}

const drawnTogether = (text: string) => text.replace(/(?<=\d)[ .\u00a0-](?=\d)/g, '')

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Percent-encoding once or twice, JSON's and HTML's escapes; any mixture of them. */
function unescaped(text: string): string {
  if (!/[%\\&]/.test(text)) return text
  return text
    .replaceAll('%25', '%')
    .replace(/(?:%[0-9a-f]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8').toLowerCase(),
    )
    .replace(/\\u([0-9a-f]{4})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)).toLowerCase())
    .replace(/\\(["\\/])/g, '$1')
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/g, (all, hex?: string, decimal?: string) =>
      characterOf(all, hex, decimal),
    )
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => named[name] ?? '')
}

function characterOf(all: string, hex: string | undefined, decimal: string | undefined): string {
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return point <= 0x10ffff ? String.fromCodePoint(point).toLowerCase() : all
}
