import type { Laantaker } from '../fixtures/known.ts'
import { keys } from '../transfer/properties.ts'
import type { XmlElement } from '../xml/markup.ts'
import type { Case } from './case.ts'
import { childOf, childrenOf, everything, truthOf } from './elements.ts'
import type { ToldLaan } from './loans.ts'
import { propertyOf } from './metadata.ts'
import { breach, type Place, type Problem, tolerated, within } from './problem.ts'
import type { Reply } from './reply.ts'
import { mentions, folded as plain } from './routing.ts'

/** Who borrowed, and what may be told of it: DSVE-139 to -144, rule B6. */

export const borrowerRules = (told: readonly ToldLaan[]): readonly Problem[] =>
  told.flatMap(({ element, known }) => (known ? ofLoan(element, known.laantakere) : []))

function ofLoan(element: XmlElement, laantakere: readonly Laantaker[]): readonly Problem[] {
  const container = childOf(element, 'laantakereHjemmelshaver')
  const sellers = laantakere.filter(({ er }) => er === 'selger')
  const names = childrenOf(container, 'navn')
  const nobody = sellers.length === 0 ? nobodyOwns(element, container, names) : []
  return [...outsiders(element, laantakere), ...nobody, ...named(element, sellers, laantakere, names), ...form(names)]
}

/** An owner who does not sell counts as an outsider; whoever counts him as owner is told so and no more. */
function outsiders(element: XmlElement, laantakere: readonly Laantaker[]): readonly Problem[] {
  const told = truthOf(element, 'laantakerIkkeHjemmelshaver')
  const expected = laantakere.some(({ er }) => er !== 'selger')
  if (told === undefined || told === expected) return []
  const certain = laantakere.every(({ er }) => er !== 'eier') || laantakere.some(({ er }) => er === 'utenforstående')
  const says = certain ? breach : tolerated
  return [says('DSVE-139', within(element, 'laantakerIkkeHjemmelshaver'), `${expected}`, `${told}`)]
}

function nobodyOwns(
  element: XmlElement,
  container: XmlElement | undefined,
  names: readonly XmlElement[],
): readonly Problem[] {
  const place = container ?? within(element, 'laantakereHjemmelshaver')
  if (container === undefined || names.length > 0)
    return [breach('DSVE-143', place, 'an empty list', container ? `${names.length} names` : 'no list')]
  return truthOf(element, 'laantakerIkkeHjemmelshaver') === false
    ? [breach('DSVE-143', within(element, 'laantakerIkkeHjemmelshaver'), 'true', 'false')]
    : []
}

const folded = (name: string) => name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** The same words in another order, or the first of them alone. */
function isName(told: string, name: string): 'whole' | 'part' | null {
  const [words, all] = [told, name].map((each) => folded(each).split(/[ ,]+/)) as [string[], string[]]
  if ([...words].sort().join(' ') === [...all].sort().join(' ')) return 'whole'
  return words.length > 0 && words.every((word) => all.includes(word)) ? 'part' : null
}

function named(
  element: XmlElement,
  sellers: readonly Laantaker[],
  laantakere: readonly Laantaker[],
  names: readonly XmlElement[],
): readonly Problem[] {
  const place = childOf(element, 'laantakereHjemmelshaver') ?? element
  const missing = sellers.filter(({ navn }) => !names.some(({ text }) => isName(text, navn)))
  const strangers = names.filter(({ text }) => !laantakere.some(({ navn }) => isName(text, navn)))
  const parts = names.filter(({ text }) => sellers.some(({ navn }) => isName(text, navn) === 'part'))
  return [
    ...partOfOutsider(sellers, laantakere, names),
    ...missing.map(({ navn }) => breach('DSVE-140', place, navn, 'absent')),
    ...strangers.map((name) => breach('DSVE-140', name, 'borrowers who are hjemmelshavere', name.text)),
    ...parts.map((name) => breach('DSVE-144', name, 'the full name', name.text)),
  ]
}

/** In the list of names a first name says who it is; a whole one is found wherever it stands (DSVE-141). */
const partOfOutsider = (
  sellers: readonly Laantaker[],
  laantakere: readonly Laantaker[],
  names: readonly XmlElement[],
): readonly Problem[] =>
  names
    .filter(({ text }) => !sellers.some(({ navn }) => isName(text, navn)))
    .flatMap((name) =>
      laantakere
        .filter(({ er, navn }) => er !== 'selger' && isName(name.text, navn) === 'part')
        .map(({ er }) => outsiderNamed(er, name, name.text)),
    )

const outsiderNamed = (er: Laantaker['er'], place: Place, told: string) =>
  (er === 'eier' ? tolerated : breach)('DSVE-141', place, 'no borrower who does not sell', told)

const form = (names: readonly XmlElement[]) =>
  names
    .filter(({ text }) => text.trim() === '' || text.length > 256)
    .map((name) => breach('DSVE-144', name, 'a name of 1 to 256 characters', `${name.text.length} characters`))

/** Names, numbers, birth dates and addresses that have no place in a reply, wherever they stand in it (DSVE-141, -142). */
export function privacyRules({ transfer }: Reply, root: XmlElement | undefined, asked: Case): readonly Problem[] {
  const description = propertyOf(transfer.propertyList, keys.statusDescription)
  const elements = root ? everything(root) : []
  const places = [
    ...elements.flatMap((element) => [
      { place: element, text: element.text },
      ...Object.entries(element.attributes).map(([name, text]) => ({ place: `${element.path}/@${name}`, text })),
    ]),
    ...(description === undefined ? [] : [{ place: `propertyList/${keys.statusDescription}`, text: description }]),
  ].filter(({ text }) => text.trim() !== '')
  const borrowers = asked.known.laan.flatMap(({ laantakere }) => laantakere)
  return places.flatMap(({ place, text }) => [
    ...unnamed(borrowers, text).map(({ er, navn }) => outsiderNamed(er, place, navn)),
    ...secrets(borrowers, asked)
      .filter((secret) => mentions(text, secret))
      .map((secret) => breach('DSVE-142', place, 'names only: no number, birth date or address of a person', secret)),
  ])
}

const unnamed = (borrowers: readonly Laantaker[], text: string) =>
  borrowers.filter(({ er, navn }) => er !== 'selger' && hasName(text, navn))

/** All words of a name, in whatever order (`Utenfor-Hansen, Ingrid`). */
export function hasName(text: string, navn: string): boolean {
  const words = new Set(wordsOf(text))
  return wordsOf(navn).every((word) => words.has(word))
}

const wordsOf = (text: string) => plain(text).match(/[\p{Letter}\p{Mark}]+/gu) ?? []

/** Who asks knows the numbers already, and still must not get them back. */
function secrets(borrowers: readonly Laantaker[], { request }: Case): readonly string[] {
  const asked = request.registerenheterMedHjemmelshavere.flatMap(({ hjemmelshavere }) => hjemmelshavere)
  const ids = [
    ...asked.flatMap((aktoer) => ('person' in aktoer ? [aktoer.person.id] : [])),
    ...borrowers.map(({ id = '' }) => id),
  ]
  const addresses = borrowers.flatMap(({ adresse }) => adresse ?? [])
  return [...new Set([...ids.filter((id) => id.length === 11).flatMap((id) => [id, ...births(id)]), ...addresses])]
}

/** As people and machines write the day of a synthetic number, of this century and the last. */
function births(id: string): readonly string[] {
  const [day, month, year] = [id.slice(0, 2), id.slice(2, 4), id.slice(4, 6)]
  const [realDay, realMonth] = [Number(day) % 40, Number(month) % 40].map((part) => String(part).padStart(2, '0'))
  return ['19', '20'].flatMap((century) => [
    `${realDay}.${realMonth}.${century}${year}`,
    `${century}${year}-${realMonth}-${realDay}`,
  ])
}
