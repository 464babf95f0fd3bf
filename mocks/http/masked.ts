/** Texts from the wire, fit for a terminal: no token, no personal or account number, nothing that steers the screen. */

/** JWS and JWE compact, whole or cut off: tokens begin with an encoded brace. */
const token = /eyJ[\w-]*(?:\.[\w-]*)*/g
/** Longer than any identifier in these paths, and of one piece: keys, references, tokens of other kinds. */
const opaque = /[\w-]{40,}|(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{24,}/g
/** Eleven digits and more in any script, whatever stands between them but what ends an identifier (`0192:974760673`). */
const number =
  /(?<!\p{Nd})\p{Nd}(?:[^\p{L}\p{N}:=&]{0,3}\p{Nd}){10,}|(?<!\p{Nd})\p{Nd}{6}[^\p{L}\p{N}]{1,3}\p{Nd}{5}(?!\p{Nd})/gu
/** Groups of digits alone look like a number, and are none; only the last group is long enough to be one. */
const uuid = /(?<![\p{L}\p{N}-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}(?!.?\d{11})[0-9a-f]{12}(?![\p{L}\p{N}-])/giu
const uuidOrNumber = new RegExp(`(${uuid.source})|${number.source}`, 'giu')

const hidden = (text: string): string =>
  text
    .replace(token, '{token}')
    .replace(uuidOrNumber, (_, known: string | undefined) => known ?? '{number}')
    .replace(opaque, (found) => `{${found.length} characters}`)

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const steering = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

const longest = 200

/**
 * As it stood, when there is nothing to hide in it however often it is decoded; otherwise decoded and masked.
 * At most 200 characters.
 */
export function masked(text: string): string {
  const forms = decodings(text)
  const telling = forms.findLast((form) => hidden(form) !== form)
  const shown = (telling === undefined ? text : hidden(telling)).replace(steering, '\ufffd')
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown
}

/** The text, and what percent-decoding makes of it, as long as it makes something else; four times at most. */
function decodings(text: string): readonly string[] {
  const forms = [text]
  for (let turn = 0; turn < 4; turn += 1) {
    const next = decoded(forms.at(-1) ?? '')
    if (next === forms.at(-1)) break
    forms.push(next)
  }
  return forms
}

/** Byte by byte where the whole cannot be decoded: one broken escape must not hide the others. */
function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }
}
