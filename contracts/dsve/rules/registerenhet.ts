import type { Registerenhet } from '../wire/registerenheter.ts'
import type { XmlElement } from '../xml/markup.ts'

/** What makes two properties one and the same: numbers and kind, never a name (DSVE-122). */

/** The attributes of each kind that identify, in the order in which they narrow. */
const identifying = {
  matrikkel: ['kommunenummer', 'gaardsnummer', 'bruksnummer', 'festenummer', 'seksjonsnummer', 'eiendomsnivaa'],
  borettsandel: ['organisasjonsnummer', 'andelsnummer'],
  aksjeleilighet: ['organisasjonsnummer', 'leilighetsnummer'],
} as const

export const naming = {
  matrikkel: ['kommunenavn'],
  borettsandel: ['borettslagnavn'],
  aksjeleilighet: ['organisasjonsnavn'],
} as const

export type Kind = keyof typeof identifying
export const kinds = Object.keys(identifying) as readonly Kind[]

type Attributes = Readonly<Record<string, unknown>>

const without = (value: unknown) => (value === undefined || value === '' ? '0' : String(value))

const valuesOf = (kind: Kind, attributes: Attributes) => identifying[kind].map((name) => without(attributes[name]))

export const kindOf = (registerenhet: Registerenhet): Kind => Object.keys(registerenhet)[0] as Kind

export const attributesOf = (registerenhet: Registerenhet): Attributes => Object.values(registerenhet)[0] as Attributes

/** Equal for equal properties; no number, an empty one and `0` are the same (DSVE-037). */
export const identityOf = (registerenhet: Registerenhet): string => {
  const kind = kindOf(registerenhet)
  return [kind, ...valuesOf(kind, attributesOf(registerenhet))].join(' ')
}

/** The element of a property of a reply, whichever branch it is. */
export const enhetIn = (registerenhet: XmlElement): XmlElement | undefined =>
  registerenhet.children.find(({ name }) => (kinds as readonly string[]).includes(name))

export const identityOfElement = ({ name, attributes }: XmlElement): string =>
  [name, ...valuesOf(name as Kind, attributes)].join(' ')

const numberOf = (text: string) => (/^\d+$/.test(text) ? String(Number(text)) : text.trim().toLowerCase())

/**
 * Whether somebody may have meant this one: most of the numbers are there, perhaps with a zero lost or in another
 * branch. Then a number was changed on the way (DSVE-122), and no other property added (DSVE-120).
 */
export function mayBeMeant(registerenhet: Registerenhet, { name, attributes }: XmlElement): boolean {
  const kind = kindOf(registerenhet)
  const asked = valuesOf(kind, attributesOf(registerenhet)).map(numberOf)
  const told = (kind === name ? valuesOf(kind, attributes) : Object.values(attributes)).map((value) =>
    numberOf(without(value)),
  )
  const kept = asked.filter((value) => value !== '0' && told.includes(value)).length
  const needed = asked.filter((value) => value !== '0').length
  return kept >= Math.ceil(needed * 0.6)
}
