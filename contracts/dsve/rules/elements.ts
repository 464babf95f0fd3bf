import type { XmlElement } from '../xml/markup.ts'

/** Ways through a reply that may be invalid: what is missing is undefined, and everything that is there is found. */

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

export const textOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.text

export const loansOf = (root: XmlElement): readonly XmlElement[] => childrenOf(childOf(root, 'laanliste'), 'laan')

export const propertiesOf = (root: XmlElement): readonly XmlElement[] =>
  childrenOf(childOf(root, 'registerenheterMedDokumentreferanser'), 'registerenhetMedDokumentreferanse')

/** The element and everything in it. */
export const everything = (element: XmlElement): readonly XmlElement[] => [
  element,
  ...element.children.flatMap((child) => everything(child)),
]

/** `true`, `1`, and nothing else, is true; neither is undefined. */
export function truthOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const text = textOf(element, name)?.trim()
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined
}

/** NaN when it is no number. */
export const amountOf = (text: string | undefined): number =>
  text === undefined || text.trim() === '' ? Number.NaN : Number(text)

/** As the calendar writes it, without the zone that a date may carry; empty when it is written in another way. */
export const dayOf = (text: string | undefined): string => /^\s*(\d{4}-\d{2}-\d{2})/.exec(text ?? '')?.[1] ?? ''
