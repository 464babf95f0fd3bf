import { randomUUID } from 'node:crypto'
import type { CaseId } from '../../../../contracts/dsve/fixtures/cases.ts'
import { cases } from '../../../../contracts/dsve/fixtures/cases.ts'
import { fullName } from '../../../../contracts/dsve/fixtures/people.ts'
import { attributesOf, identityOf } from '../../../../contracts/dsve/rules/registerenhet.ts'
import type { Aktoer } from '../../../../contracts/dsve/wire/parties.ts'
import type { Registerenhet } from '../../../../contracts/dsve/wire/registerenheter.ts'
import type { BookedEiendom } from '../../world/dsve/books.ts'
import { defineFault } from '../fault.ts'
import { type Asked, isNo, no } from '../model.ts'
import { chooseDates } from '../parts/choose-dates.ts'
import { findEiendommer } from '../parts/find.ts'
import { openRequest } from '../parts/open-request.ts'
import { situation } from '../parts/situation.ts'
import { take } from '../parts/take.ts'
import { tellMottaker } from '../parts/tell-parties.ts'
import { memoryOf } from './memory.ts'

/** What is made of a request: dsve.md 7 C, and J to L. What is wrong in a reply itself has `replies.ts`. */

const seen = memoryOf<Set<string>>(() => new Set())
const askers = memoryOf<Map<string, string>>(() => new Map())
const latest = memoryOf<{ asked: Asked | null }>(() => ({ asked: null }))

const nameOf = (aktoer: Aktoer) => ('person' in aktoer ? fullName(aktoer.person) : aktoer.organisasjon.foretaksnavn)
const placesOf = ({ message }: Asked) =>
  message.registerenheterMedHjemmelshavere.map(({ registerenhet }) => identityOf(registerenhet)).join()
const isAbout = (id: CaseId, { message }: Asked) =>
  message.registerenheterMedHjemmelshavere.some(({ registerenhet }) =>
    cases[id].eiendommer.some((each) => identityOf(each.registerenhet) === identityOf(registerenhet)),
  )

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
    id: 'demands-restgjeld-first',
    story: 'Whoever has not asked for restgjeld is told no innfrielsessaldo.',
    violates: ['DSVE-179'],
    replaces: {
      openRequest: (client, bytes) => {
        const asked = openRequest(client, bytes)
        if (isNo(asked)) return asked
        const key = `${asked.message.avsender.id} ${placesOf(asked)}`
        if (asked.root === 'restgjeldsforespoersel') seen(client).add(key)
        else if (!seen(client).has(key)) return no('Det er ikke bedt om restgjeld i denne saken.')
        return asked
      },
    },
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
    violates: ['DSVE-181'],
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
    violates: ['DSVE-194', 'DSVE-038'],
    replaces: {
      findEiendommer: findBy((booked, one) => identityOf(booked.registerenhet) === identityOf(one.registerenhet)),
    },
  }),
  defineFault({
    id: 'keeps-a-refused-case-closed',
    story: 'What was refused once is refused for ever.',
    violates: ['DSVE-199'],
    replaces: {
      openRequest: (client, bytes) => {
        const asked = openRequest(client, bytes)
        if (isNo(asked)) return asked
        const key = `${asked.message.avsender.id} ${placesOf(asked)}`
        if (seen(client).has(key)) return no('Saken er avsluttet.')
        if (isNo(findEiendommer(client.books, asked))) seen(client).add(key)
        return asked
      },
    },
  }),
  defineFault({
    id: 'ignores-a-request-that-comes-again',
    story: 'A reference that it has seen is a duplicate, and left.',
    violates: ['DSVE-205', 'DSVE-003'],
    replaces: {
      openRequest: (client, bytes) => {
        const asked = openRequest(client, bytes)
        if (isNo(asked)) return asked
        const key = `${asked.root} ${asked.message.avsender.id} ${asked.message.avsender.referanse}`
        if (seen(client).has(key)) throw new Error('a duplicate')
        seen(client).add(key)
        return asked
      },
    },
  }),
  defineFault({
    id: 'keeps-one-reference-for-a-property',
    story: 'The first who asks about a property has the case, and his reference is sent to whoever asks then.',
    violates: ['DSVE-206', 'DSVE-109'],
    replaces: {
      tellMottaker: (client, asked) => {
        const mottaker = tellMottaker(client, asked)
        const known = askers(client).get(placesOf(asked)) ?? mottaker.referanse ?? ''
        askers(client).set(placesOf(asked), known)
        return isAbout('S25', asked) ? { ...mottaker, referanse: known } : mottaker
      },
    },
  }),
  defineFault({
    id: 'mixes-up-what-comes-at-once',
    story: 'The case at hand is held in one variable, whoever else asks meanwhile.',
    violates: ['DSVE-207', 'DSVE-108', 'DSVE-109'],
    replaces: {
      take: async (client, letter, steps) => {
        await take(client, letter, steps)
        const bytes = new Uint8Array(Buffer.from(client.store.letter(letter.key)?.payload ?? '', 'base64'))
        const asked = openRequest(client, bytes)
        if (!isNo(asked)) latest(client).asked = asked
      },
      tellMottaker: (client, asked) => tellMottaker(client, latest(client).asked ?? asked),
    },
  }),
] as const
