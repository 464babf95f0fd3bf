/** XML put together from elements, so that no value can end its own element (XML 1.0 §2.4, §3.3.3). */

type Attributes = Readonly<Record<string, string | undefined>>

/** An element; children that are strings are text, elements are made by this function. */
export interface Element {
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly (Element | string)[]
}

export const element = (name: string, attributes: Attributes, ...children: readonly (Element | string)[]): Element => ({
  name,
  attributes,
  children,
})

export const document = (root: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}`

function written({ name, attributes, children }: Element): string {
  const head = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
    .join('')
  const body = children.map((child) => (typeof child === 'string' ? escaped(child) : written(child))).join('')
  return `<${name}${head}>${body}</${name}>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // Written as they are, a parser would turn these into blanks (attributes) or line breaks.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

// Characters that XML 1.0 cannot hold in any form, halves of surrogate pairs included.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu

export const escaped = (text: string): string =>
  text.replace(impossible, '\ufffd').replace(/[&<>"'\t\n\r]/g, (character) => entities[character] ?? character)
