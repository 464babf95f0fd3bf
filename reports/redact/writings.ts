/** Every writing in which a value could come back, as a text or as a pattern. */

/** From this length on a text is sought inside words too. */
const sureLength = 6

/** The signature of a token alone is still the signature. */
export function longWritings(value: string): readonly string[] {
  const json = JSON.stringify(value).slice(1, -1)
  const markup = value.replace(/[&<>"']/g, (one) => (escapes[one] ?? one).split('|').at(-1) ?? one)
  const signature = /^[\w-]+\.[\w-]+\.[\w-]{40,}$/.test(value) ? [value.slice(value.lastIndexOf('.') + 1)] : []
  return [...new Set([value, json, markup, encodeURIComponent(value.toWellFormed()), ...signature, ...base64Of(value)])]
}

/** What a text holds, once its escapes are undone, if one of the writings below stands in it. */
export function needlesOf(value: string): readonly string[] {
  if (value.length < sureLength) return [value]
  const coded = base64Of(value)
  const url = coded.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  return [tailOf(value), ...coded, ...url, Buffer.from(value, 'utf8').toString('hex')]
}

/** A `%` or `\\u` that happens to stand before the value takes its first characters for an escape. */
const tailOf = (value: string) => value.slice(value.length >= 8 ? 4 : 2)

export function writings(value: string): readonly string[] {
  const between = /^\d{9,}$/.test(value) ? '(?:[ .\\u00a0-]|%20)?' : ''
  const plain = [...value].map(character).join(between)
  if (value.length < sureLength) return [`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`]
  return [plain, ...base64Of(value).map(eitherAlphabet), Buffer.from(value, 'utf8').toString('hex')]
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\\\"|&quot;',
  '\\': '\\\\\\\\',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;|&apos;',
  ' ': '\\+',
}

/** One character as it stands, percent-encoded once or twice, and as JSON, HTML and XML escape it. */
function character(one: string): string {
  const bytes = [...Buffer.from(one, 'utf8')].map((byte) => byte.toString(16).padStart(2, '0'))
  const percent = bytes.map((byte) => `%(?:25)?${byte}`).join('')
  const unicode = [...Array(one.length).keys()].map((at) => `\\\\u${one.charCodeAt(at).toString(16).padStart(4, '0')}`)
  const point = one.codePointAt(0) ?? 0
  const entity = `&#(?:${point}|x0*${point.toString(16)});`
  const more = escapes[one]
  return `(?:${[literal(one), percent, unicode.join(''), entity, ...(more === undefined ? [] : [more])].join('|')})`
}

const literal = (one: string) =>
  /[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]/.test(one) ? `\\x${one.charCodeAt(0).toString(16)}` : one

/** The part of a base64 text that the value alone decides, for each of the three places where it can begin. */
function base64Of(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8')
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes, Buffer.alloc(3)]).toString('base64')
    return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6))
  })
}

/** base64 and base64url differ in two letters. */
const eitherAlphabet = (text: string) => text.replaceAll('+', '[+-]').replaceAll('/', '[/_]')
