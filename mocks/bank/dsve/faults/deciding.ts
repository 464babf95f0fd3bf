import { randomUUID } from 'node:crypto'
import { fullName } from '../../../../contracts/dsve/fixtures/people.ts'
import { attributesOf, identityOf } from '../../../../contracts/dsve/rules/registerenhet.ts'
import type { Aktoer } from '../../../../contracts/dsve/wire/parties.ts'
import type { Registerenhet } from '../../../../contracts/dsve/wire/registerenheter.ts'
import type { BookedEiendom } from '../../world/dsve/books.ts'
import { defineFault } from '../fault.ts'
import { type Asked, isNo, no } from '../model.ts'
import { chooseDates } from '../parts/choose-dates.ts'
import { findEiendommer } from '../parts/find.ts'
import { situation } from '../parts/situation.ts'

/** What is made of one request: dsve.md 7 C, J and K. What is wrong in a reply itself has `replies.ts`. */

const nameOf = (aktoer: Aktoer) => ('person' in aktoer ? fullName(aktoer.person) : aktoer.organisasjon.foretaksnavn)

/** By whatever makes two the same for it. */
const findBy =
  (isSame: (booked: BookedEiendom, asked: Asked['message']['registerenheterMedHjemmelshavere'][number]) => boolean) =>
  (books: Parameters<typeof findEiendommer>[0], { message }: Pick<Asked, 'message'>) => {
    const found = message.registerenheterMedHjemmelshavere.flatMap(
      (one) => books.eiendommer.findLast((booked) => isSame(booked, one)) ?? [],
    )
    const pledged = found.filter(({ pant }) => pant.length > 0)
    return pledged.length === 0 ? no('Banken har ikke pant i eiendommen forespørselen gjelder.') : pledged
  }

const ground = (registerenhet: Registerenhet) => {
  const { gaardsnummer, bruksnummer } = attributesOf(registerenhet)
  return 'matrikkel' in registerenhet ? `${gaardsnummer}/${bruksnummer}` : identityOf(registerenhet)
}

export const decidingFaults = [
  defineFault({
    id: 'answers-the-first-property-alone',
    story: 'Of several properties it looks at the first.',
    violates: ['DSVE-034', 'DSVE-121', 'DSVE-130'],
    replaces: {
      findEiendommer: (books, { message }) => {
        const [first, ...others] = message.registerenheterMedHjemmelshavere
        const isMany = others.length > 1
        const registerenheterMedHjemmelshavere = isMany && first ? [first] : message.registerenheterMedHjemmelshavere
        return findEiendommer(books, { message: { ...message, registerenheterMedHjemmelshavere } })
      },
    },
  }),
  defineFault({
    id: 'takes-the-ground-for-the-festerett',
    story: 'It finds a property by gårdsnummer and bruksnummer.',
    violates: ['DSVE-036'],
    replaces: {
      findEiendommer: (books, { message }) => {
        const asked = message.registerenheterMedHjemmelshavere.map((one) => {
          const booked = books.eiendommer.findLast(
            ({ registerenhet }) => ground(registerenhet) === ground(one.registerenhet),
          )
          const isFeste = 'matrikkel' in one.registerenhet && one.registerenhet.matrikkel.eiendomsnivaa !== 'E'
          return isFeste && booked ? { ...one, registerenhet: booked.registerenhet } : one
        })
        return findEiendommer(books, { message: { ...message, registerenheterMedHjemmelshavere: asked } })
      },
    },
  }),
  defineFault({
    id: 'finds-owners-by-name',
    story: 'Whose name fits is the owner.',
    violates: ['DSVE-038'],
    replaces: {
      findEiendommer: (books, asked) => {
        const named = findBy(
          (booked, one) =>
            identityOf(booked.registerenhet) === identityOf(one.registerenhet) &&
            one.hjemmelshavere.every((owner) => booked.eiere.some(({ aktoer }) => nameOf(aktoer) === nameOf(owner))),
        )
        const found = findEiendommer(books, asked)
        return isNo(found) ? named(books, asked) : found
      },
    },
  }),
  defineFault({
    id: 'gives-the-case-a-new-reference',
    story: 'Every answer has a reference of its own.',
    violates: ['DSVE-111'],
    replaces: { caseReference: () => `SAK-${randomUUID()}` },
  }),
  defineFault({
    id: 'is-silent-about-a-date-far-ahead',
    story: 'What is settled in half a year is left until somebody asks again.',
    violates: ['DSVE-180', 'DSVE-003'],
    replaces: {
      chooseDates: (...given) => {
        const dates = chooseDates(...given)
        if (isNo(dates)) throw new Error('a date far ahead')
        return dates
      },
    },
  }),
  defineFault({
    id: 'answers-in-the-order-of-arrival',
    story: 'Innfrielse waits behind restgjeld.',
    violates: [],
    tolerates: ['DSVE-181'],
    replaces: { inOrder: (letters) => letters },
  }),
  defineFault({
    id: 'answers-by-e-mail-and-says-nothing',
    story: 'Who is answered by e-mail gets no message.',
    violates: ['DSVE-192', 'DSVE-003'],
    replaces: {
      situation: (found) => {
        const refused = situation(found)
        if (refused?.status === 'SvarerMedEpost') throw new Error('somebody writes an e-mail')
        return refused
      },
    },
  }),
  defineFault({
    id: 'answers-whoever-is-said-to-own',
    story: 'Who owns a property is not looked at.',
    violates: ['DSVE-194', 'DSVE-038', 'DSVE-139', 'DSVE-140'],
    replaces: {
      findEiendommer: findBy((booked, one) => identityOf(booked.registerenhet) === identityOf(one.registerenhet)),
    },
  }),
] as const
