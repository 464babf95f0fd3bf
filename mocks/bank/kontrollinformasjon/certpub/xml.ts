/**
 * As much XML as a publisher's answer needs, and no more: elements, attributes, text, comments, references to characters
 * and the five predefined entities. A document type is refused, so no entity can be declared, expanded or fetched (CP-18).
 */
export interface Element {
  readonly namespace: string
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

interface Open {
  readonly raw: string
  readonly name: string
  readonly namespace: string
  readonly attributes: Record<string, string>
  readonly namespaces: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const token =
  /<\?[^?]*\?>|<!--[\s\S]*?-->|<\/([\w.:-]+)\s*>|<([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y
const attribute = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const deepest = 16

/** The root element. Throws on anything else than well-formed XML of this kind; the message holds nothing of the text. */
export function parseXml(text: string): Element {
  const root: Open = { raw: '', name: '', namespace: '', attributes: {}, namespaces: {}, children: [], text: '' }
  const path: Open[] = [root]
  token.lastIndex = 0
  const source = text.replace(/^\uFEFF/, '')
  while (token.lastIndex < source.length) {
    const match = token.exec(source)
    if (match === null) throw new Error('The XML is not well-formed, or holds a document type')
    take(match, path)
    if (path.length > deepest) throw new Error('The XML is nested too deeply')
  }
  const [only, more] = root.children
  if (path.length !== 1 || only === undefined || more !== undefined || root.text.trim() !== '') {
    throw new Error('The XML is not one whole element')
  }
  return only
}

function take([, closing, opening, attributes = '', empty, characters]: RegExpExecArray, path: Open[]): void {
  const top = path.at(-1) as Open
  if (characters !== undefined) top.text += decoded(characters)
  else if (opening !== undefined) {
    path.push(opened(opening, attributes, top))
    if (empty === '/') close(path)
  } else if (closing !== undefined) {
    if (closing !== top.raw) throw new Error('The XML closes an element that is not open')
    close(path)
  }
}

function opened(raw: string, source: string, parent: Open): Open {
  const attributes: Record<string, string> = {}
  const namespaces = { ...parent.namespaces }
  for (const [, name = '', double, single] of source.matchAll(attribute)) {
    const value = decoded(double ?? single ?? '')
    if (name === 'xmlns') namespaces[''] = value
    else if (name.startsWith('xmlns:')) namespaces[name.slice(6)] = value
    else attributes[name] = value
  }
  const [prefix, name] = raw.includes(':') ? (raw.split(':', 2) as [string, string]) : ['', raw]
  return { raw, name, namespace: namespaces[prefix] ?? '', attributes, namespaces, children: [], text: '' }
}

function close(path: Open[]): void {
  const { name, namespace, attributes, children, text } = path.pop() as Open
  path.at(-1)?.children.push({ name, namespace, attributes, children, text: text.trim() })
}

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Writers break the lines of base64 with references to characters, so these are read too. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}))?;?/gi, (whole, decimal, hexadecimal, name) => {
    const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : undefined
    const known = code === undefined ? predefined[name] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined
    if (known === undefined || !whole.endsWith(';'))
      throw new Error('The XML uses an entity that XML does not predefine')
    return known
  })
}
