import type { Markup } from './markup.ts'

export interface Style {
  /** Written in front of the root, each on a line of its own; the declaration by default. */
  readonly prolog?: readonly string[]
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

/**
 * One element to a line, two blanks for each level, no blank added inside text; the same text for the same markup.
 * Throws RangeError for characters that no XML document can hold.
 */
export function serialize(root: Markup, { prolog = [declaration] }: Style = {}): string {
  return `${[...prolog, ...lines(root, '')].join('\n')}\n`
}

function lines({ name, attributes, children, text }: Markup, indent: string): readonly string[] {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
  const open = `${indent}<${name}${written.join('')}`
  if (children.length === 0) return [text === '' ? `${open}/>` : `${open}>${escapeText(text)}</${name}>`]
  const inside = children.flatMap((child) => lines(child, `${indent}  `))
  return [`${open}>${text === '' ? '' : escapeText(text)}`, ...inside, `${indent}</${name}>`]
}

/** A carriage return would be read as a line feed, and blanks of an attribute as spaces. */
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const escapeText = (text: string) => lawful(text).replace(/[&<>\r]/g, (found) => references[found] ?? found)
const escapeAttribute = (text: string) => lawful(text).replace(/[&<>"\t\n\r]/g, (found) => references[found] ?? found)

/** What XML 1.0 leaves out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it leaves out.
export const unlawful = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u

function lawful(text: string): string {
  if (unlawful.test(text)) throw new RangeError('text: XML 1.0 cannot hold this control character or half a pair')
  return text
}
