import {
  XmlDocument as Documents,
  XmlElement as Element,
  ParseOption,
  XmlCData,
  type XmlDocument,
  XmlParseError,
  XmlText,
} from 'libxml2-wasm'
import { type Outcome, read, refuse } from '../outcome.ts'
import { decodeXml, type EncodingProblem } from './decode.ts'
import type { XmlElement } from './markup.ts'

export interface XmlLimits {
  readonly bytes: number
  readonly elements: number
}

/** A message of a hundred loans has 60 kB and 1,600 elements. libxml2 needs the square of the elements for what it reports. */
export const xmlLimits: XmlLimits = { bytes: 2_000_000, elements: 5_000 }

export type XmlProblem = EncodingProblem | 'empty' | 'too-large' | 'too-many-elements' | 'doctype' | 'malformed'

export interface Xml {
  readonly root: XmlElement
  /** What was decoded, for whoever validates or shows it. */
  readonly text: string
  readonly encoding: string
}

/**
 * Reads what somebody sent as XML. Nothing is fetched: there is no input provider, no entity is declared without a
 * DOCTYPE, and a DOCTYPE is refused before it is parsed (DSVE-043). Depth is bounded by libxml2 (256), size by the limits.
 */
export function readXml(bytes: Uint8Array, limits: XmlLimits = xmlLimits): Outcome<Xml, XmlProblem> {
  if (bytes.length > limits.bytes)
    return refuse(
      'too-large',
      `${bytes.length} bytes of XML, of ${limits.bytes} at most`,
      'the document',
      'send one case only',
    )
  const decoded = decodeXml(bytes)
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded.value
  if (text.trim() === '') return refuse('empty', 'nothing is in it', 'the document', 'write the message')
  const doctype = doctypeOf(text)
  if (doctype !== null)
    return refuse('doctype', 'it has a DOCTYPE, which could name entities', `line ${doctype}`, 'leave the DOCTYPE out')
  return withDocument(text, (document) => {
    const tree = treeOf(document.root, limits.elements)
    return tree === null
      ? refuse('too-many-elements', `more than ${limits.elements} elements`, 'the document', 'send one case only')
      : read({ root: tree, text, encoding })
  })
}

/** What may stand before the root beside a DOCTYPE. */
const misc = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/y

/** The line of a DOCTYPE; it can only stand before the root. */
function doctypeOf(text: string): number | null {
  let at = 0
  do {
    misc.lastIndex = at
    at += misc.exec(text)?.[0].length ?? 0
  } while (misc.lastIndex > 0)
  return /^<!DOCTYPE/i.test(text.slice(at, at + 9)) ? text.slice(0, at).split('\n').length : null
}

/** The encoding is decided already; what the declaration says of it no longer holds for the characters. */
const options =
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_IGNORE_ENC |
  ParseOption.XML_PARSE_BIG_LINES

/** Parses, hands over, and gives the memory back. The library reports by exception, and by nothing else. */
export function withDocument<Value>(
  text: string,
  use: (document: XmlDocument) => Outcome<Value, XmlProblem>,
): Outcome<Value, XmlProblem> {
  let document: XmlDocument
  try {
    document = Documents.fromString(text, { option: options })
  } catch (error) {
    const {
      message = 'it cannot be parsed',
      line = 0,
      col = 0,
    } = (error instanceof XmlParseError ? error.details.at(0) : undefined) ?? {}
    return refuse('malformed', message.trim().slice(0, 300), `line ${line}, column ${col}`, 'write well-formed XML 1.0')
  }
  try {
    return use(document)
  } finally {
    document.dispose()
  }
}

/** Null when there are more elements than that. */
function treeOf(root: Element, most: number): XmlElement | null {
  let count = 0
  const visit = (element: Element, path: string): XmlElement | null => {
    count += 1
    if (count > most) return null
    const { elements, text } = contentOf(element, most)
    const counts = Map.groupBy(elements, ({ name }) => name)
    const seen = new Map<string, number>()
    const children: XmlElement[] = []
    for (const child of elements) {
      const number = (seen.get(child.name) ?? 0) + 1
      seen.set(child.name, number)
      const alone = counts.get(child.name)?.length === 1
      const visited = visit(child, `${path}/${child.name}${alone ? '' : `[${number}]`}`)
      if (visited === null) return null
      children.push(visited)
    }
    const attributes = Object.fromEntries(
      element.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]),
    )
    const { name, namespaceUri: namespace, line } = element
    return { name, namespace, attributes, children, text: children.length && !text.trim() ? '' : text, path, line }
  }
  return visit(root, `/${root.name}`)
}

function contentOf(element: Element, most: number): { elements: readonly Element[]; text: string } {
  const elements: Element[] = []
  let text = ''
  for (let child = element.firstChild; child && elements.length <= most; child = child.next) {
    if (child instanceof Element) elements.push(child)
    else if (child instanceof XmlText || child instanceof XmlCData) text += child.content
  }
  return { elements, text }
}
