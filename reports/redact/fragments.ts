/** Parts of long secrets in a text, whatever stands between their characters, in any case, forwards or backwards. */

interface Fragment {
  readonly index: number
  readonly length: number
  /** Which of the secrets. */
  readonly of: number
}

/** Fewer characters of a token give nothing away, and could be a word. */
const least = 12
/** Every stretch of `least` characters holds one of these whole. */
const step = least / 2

const plain = /[A-Za-z0-9_]/

export function createFragmentFinder(secrets: readonly string[]): (text: string) => readonly Fragment[] {
  const whole = secrets.flatMap((secret, of) => {
    const text = squeezed(secret).text
    return [text, [...text].reverse().join('')].map((one) => ({ text: one, of }))
  })
  // Tokens begin alike, so that one stretch may belong to many.
  const grams = new Map<string, { readonly text: string; readonly of: number; readonly at: number }[]>()
  for (const { text, of } of whole)
    for (let at = 0; at + step <= text.length; at += step) {
      const gram = text.slice(at, at + step)
      grams.set(gram, [...(grams.get(gram) ?? []), { text, of, at }])
    }
  return (text) => (text.length < least || grams.size === 0 ? [] : fragmentsIn(text))

  function fragmentsIn(text: string): readonly Fragment[] {
    const { text: dense, places } = squeezed(text)
    const found: Fragment[] = []
    const enter = (index: number, end: number, of: number) => {
      const last = found.at(-1)
      // Tokens begin alike: a later part may reach back into an earlier one, and whoever replaces them takes the first.
      const joins = last !== undefined && index <= last.index + last.length
      const from = joins ? Math.min(index, last.index) : index
      if (joins) found.pop()
      found.push({ index: from, length: Math.max(end, joins ? last.index + last.length : 0) - from, of })
    }
    for (let at = 0; at + step <= dense.length; at++) {
      const candidates = grams.get(dense.slice(at, at + step))
      if (candidates === undefined) continue
      const [longest] = candidates
        .map((gram) => ({ of: gram.of, ...extended(dense, at, gram.text, gram.at) }))
        .toSorted((a, b) => b.to - b.from - (a.to - a.from))
      if (longest === undefined || longest.to - longest.from < least) continue
      enter(places[longest.from] ?? 0, (places[longest.to - 1] ?? 0) + 1, longest.of)
      at = longest.to - 1
    }
    return found
  }
}

function extended(dense: string, at: number, secret: string, place: number): { from: number; to: number } {
  let before = 0
  while (before < Math.min(at, place) && dense[at - before - 1] === secret[place - before - 1]) before += 1
  let after = step
  while (at + after < dense.length && dense[at + after] === secret[place + after]) after += 1
  return { from: at - before, to: at + after }
}

/** What base64url is made of without `-`, which may be a separator; lower case; and where each character stood. */
function squeezed(text: string): { readonly text: string; readonly places: Uint32Array } {
  const places = new Uint32Array(text.length)
  const kept: string[] = []
  for (let at = 0; at < text.length; at++) {
    const one = text[at] as string
    if (!plain.test(one)) continue
    places[kept.length] = at
    kept.push(one.toLowerCase())
  }
  return { text: kept.join(''), places }
}
