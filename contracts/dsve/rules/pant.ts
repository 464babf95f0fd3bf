import type { KnownEiendom, KnownPant } from '../fixtures/known.ts'
import type { Pantedokumentreferanse } from '../wire/registerenheter.ts'
import type { XmlElement } from '../xml/markup.ts'
import { childOf, childrenOf } from './elements.ts'
import { breach, type Problem } from './problem.ts'

/** The pant of one property: DSVE-125 to -127. To list one is to confirm that it goes. */

const numbers = ['dokumentnummer', 'dokumentaar', 'embetenummer', 'rettsstiftelsesnummer'] as const

const written = (reference: Pantedokumentreferanse) => numbers.map((name) => reference[name]).join('-')

const isSame = (element: XmlElement, reference: Pantedokumentreferanse) =>
  numbers.every((name) => Number(element.attributes[name]) === reference[name])

export function pantRules(property: XmlElement, { pant }: KnownEiendom): readonly Problem[] {
  const listed = childrenOf(childOf(property, 'pantedokumentreferanser'), 'pantedokumentreferanse')
  const registered = pant.flatMap((each) => (each.referanse ? [{ ...each, referanse: each.referanse }] : []))
  return listed.flatMap((element) => {
    const found = registered.find(({ referanse }) => isSame(element, referanse))
    return found ? ofThat(element, found) : [unknown(element, registered)]
  })
}

function unknown(element: XmlElement, registered: readonly { referanse: Pantedokumentreferanse }[]): Problem {
  const expected =
    registered.map(({ referanse }) => written(referanse)).join(' or ') || 'no pant: the bank has none registered here'
  return breach('DSVE-125', element, expected, numbers.map((name) => element.attributes[name] ?? '').join('-'))
}

function ofThat(element: XmlElement, { referanse, beholdes }: KnownPant & { referanse: Pantedokumentreferanse }) {
  const kept = beholdes
    ? [breach('DSVE-126', element, 'only pant that the bank deletes', `${written(referanse)}, which it keeps`)]
    : []
  const told = element.attributes.beloep
  const { beloep } = referanse
  if (told === undefined || beloep === undefined || Number(told) === beloep) return kept
  return [...kept, breach('DSVE-127', `${element.path}/@beloep`, `${beloep}, as registered`, told)]
}
