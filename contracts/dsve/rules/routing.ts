import { fullName } from '../fixtures/people.ts'
import { organisationNumberOf, type Transfer } from '../transfer/transfer.ts'
import { type Case, returnsTo } from './case.ts'
import { breach, type Problem, tolerated } from './problem.ts'
import type { Reply } from './reply.ts'

/** To whom a reply goes, from whom, and what stands around it: DSVE-061 to -065, -071. */

export const routingRules = (reply: Reply, asked: Case): readonly Problem[] => [
  ...recipients(reply.transfer, asked),
  ...sender(reply.transfer, asked),
  ...reference(reply.transfer, asked),
  ...personData(reply, asked),
]

const party = /^(\d{4}:\d{9}|urn:altinn:organization:identifier-no:\d{9})$/

const forms = (parties: readonly string[], place: string) =>
  parties.filter((each) => !party.test(each)).map((each) => breach('DSVE-063', place, '0192: and nine digits', each))

function recipients(transfer: Transfer, asked: Case): readonly Problem[] {
  const place = 'transfer/recipients'
  const expected = returnsTo(asked)
  const actual = transfer.recipients.map(organisationNumberOf)
  const right = actual.length === 1 && actual[0] === expected
  return [
    ...forms(transfer.recipients, place),
    ...(right ? [] : [breach('DSVE-061', place, expected, actual.join(', ') || 'nobody')]),
  ]
}

function sender(transfer: Transfer, asked: Case): readonly Problem[] {
  const place = 'transfer/sender'
  const expected = asked.request.mottaker.id
  const actual = organisationNumberOf(transfer.sender)
  return [
    ...forms([transfer.sender], place),
    ...(actual === expected ? [] : [breach('DSVE-062', place, expected, actual)]),
  ]
}

function reference({ sendersFileTransferReference: actual }: Transfer, { sent }: Case): readonly Problem[] {
  const place = 'transfer/sendersFileTransferReference'
  if (actual.length < 1 || actual.length > 4096)
    return [breach('DSVE-064', place, '1 to 4096 characters', `${actual.length} characters`)]
  const expected = sent.sendersFileTransferReference
  return actual === expected ? [] : [breach('DSVE-065', place, expected, actual)]
}

/** Names and numbers of the persons of the case; what eleven digits in a row are else, nobody can tell. */
export function personsOf({ known, request }: Case): readonly string[] {
  const asked = request.registerenheterMedHjemmelshavere.flatMap(({ hjemmelshavere }) => hjemmelshavere)
  const owners = known.eiendommer.flatMap(({ eiere }) => eiere.map(({ aktoer }) => aktoer))
  const persons = [...asked, ...owners].flatMap((aktoer) => ('person' in aktoer ? [aktoer.person] : []))
  const borrowers = known.laan.flatMap(({ laantakere }) => laantakere).filter(({ id }) => id?.length === 11)
  return [
    ...new Set([
      ...persons.flatMap((person) => [person.id, fullName(person)]),
      ...borrowers.flatMap(({ id = '', navn }) => [id, navn]),
    ]),
  ].filter((each) => each !== '')
}

export const mentions = (text: string, what: string): boolean =>
  folded(text).includes(folded(what)) || (/^\d{11}$/.test(what) && ungrouped(text).includes(what))

/** `010203 12345` is the number too. */
const ungrouped = (text: string) => text.replaceAll(/(?<=\d)[\s_.-]{1,3}(?=\d)/g, '')

/** Letter case, blanks and what stands for them in file names do not hide a name. */
export const folded = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_+.-]+/g, ' ')

function personData({ transfer, payload }: Reply, asked: Case): readonly Problem[] {
  const files = payload.ok ? [...payload.value.documents.map(({ name }) => name), ...payload.value.others] : []
  const places: readonly (readonly [string, string])[] = [
    ['transfer/fileName', transfer.fileName],
    ['transfer/sendersFileTransferReference', transfer.sendersFileTransferReference],
    ...files.map((name) => [`archive/${name}`, name] as const),
    ...Object.entries(transfer.propertyList).map(([key, value]) => [`propertyList/${key}`, value] as const),
  ]
  return places.flatMap(([place, text]) =>
    personsOf(asked)
      .filter((person) => mentions(text, person))
      .map((person) => {
        const says = /statusdescription$/i.test(place) && !/^\d+$/.test(person) ? tolerated : breach
        return says('DSVE-071', place, 'no name or number of a person', person)
      }),
  )
}
