import type { XmlElement } from '../xml/markup.ts'
import { type Case, returnsTo } from './case.ts'
import { childOf, textOf } from './elements.ts'
import { breach, type Problem, tolerated, within } from './problem.ts'

/** Who answers whom, under which references: DSVE-107 to -112. */

export const partyRules = (root: XmlElement, asked: Case): readonly Problem[] => {
  const [avsender, mottaker] = [childOf(root, 'avsender'), childOf(root, 'mottaker')]
  return [
    ...(avsender ? [...bank(avsender, asked), ...ownReference(avsender), ...contact(avsender)] : []),
    ...(mottaker ? [...recipient(mottaker, asked), ...theirReference(mottaker, asked)] : []),
  ]
}

const sameName = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()

function bank(avsender: XmlElement, { known, request }: Case): readonly Problem[] {
  const { id, foretaksnavn } = known.bank
  const told = avsender.attributes.id ?? ''
  const name = textOf(avsender, 'foretaksnavn') ?? ''
  const wrongId = told === id ? [] : [breach('DSVE-107', `${avsender.path}/@id`, id, told)]
  if (sameName(name, foretaksnavn)) return wrongId
  const says = sameName(name, request.avsender.foretaksnavn) || name.trim() === '' ? breach : tolerated
  return [...wrongId, says('DSVE-107', within(avsender, 'foretaksnavn'), foretaksnavn, name)]
}

function recipient(mottaker: XmlElement, asked: Case): readonly Problem[] {
  const expected = returnsTo(asked)
  const told = mottaker.attributes.id ?? ''
  if (told === expected) return []
  // With returnertil the sender may still be the one who is answered.
  const says = told === asked.request.avsender.id ? tolerated : breach
  return [says('DSVE-108', `${mottaker.path}/@id`, expected, told)]
}

/** Longer ones get cut in some systems; the catalogue warns of it only. */
const long = 200

function theirReference(mottaker: XmlElement, { request }: Case): readonly Problem[] {
  const expected = request.avsender.referanse
  const told = textOf(mottaker, 'referanse')
  if (told === expected) return []
  const trimmed = told !== undefined && told.trim() === expected.trim() && expected !== expected.trim()
  const cut = told !== undefined && told !== '' && expected.length >= long && expected.startsWith(told)
  const says = trimmed || cut ? tolerated : breach
  return [says('DSVE-109', within(mottaker, 'referanse'), expected, told ?? 'absent')]
}

function ownReference(avsender: XmlElement): readonly Problem[] {
  const told = textOf(avsender, 'referanse')
  return told?.trim()
    ? []
    : [breach('DSVE-110', within(avsender, 'referanse'), 'the reference of the bank', told ?? 'absent')]
}

const channels = ['epost', 'telefondirekte', 'telefon']

function contact(avsender: XmlElement): readonly Problem[] {
  const person = childOf(avsender, 'kontaktperson')
  if (!textOf(person, 'navn')?.trim())
    return [
      breach(
        'DSVE-112',
        within(avsender, 'kontaktperson'),
        'a contact person with a name',
        person ? 'no name' : 'absent',
      ),
    ]
  return channels.some((channel) => textOf(person, channel)?.trim())
    ? []
    : [tolerated('DSVE-112', person ?? avsender, `one of ${channels.join(', ')}`, 'none')]
}

/** Of two replies about one case, from both flows: the bank's reference is the same in both (DSVE-111). */
export function stableReference(first: XmlElement, second: XmlElement): readonly Problem[] {
  const [one, other] = [first, second].map((root) => textOf(childOf(root, 'avsender'), 'referanse')?.trim() ?? '')
  const avsender = childOf(second, 'avsender')
  return one === other || avsender === undefined
    ? []
    : [breach('DSVE-111', within(avsender, 'referanse'), one ?? '', other ?? '')]
}
