import { cases } from '../../../../contracts/dsve/fixtures/cases.ts'
import type { Known } from '../../../../contracts/dsve/fixtures/known.ts'
import { identityOf } from '../../../../contracts/dsve/rules/registerenhet.ts'
import type { BookedEiendom, DsveBooks } from '../../world/dsve/books.ts'
import { defineFault } from '../fault.ts'
import type { Letter } from '../letter.ts'
import { type Asked, type Client, isNo, no } from '../model.ts'
import { findEiendommer, findLaan } from '../parts/find.ts'
import { openRequest } from '../parts/open-request.ts'
import { take } from '../parts/take.ts'
import { tellMottaker } from '../parts/tell-parties.ts'
import { isAbout } from './damaged.ts'
import { memoryOf } from './memory.ts'

/** What other requests have to do with one: dsve.md 7 J and L. */

const seen = memoryOf<Set<string>>(() => new Set())
const askers = memoryOf<Map<string, string>>(() => new Map())

const placesOf = ({ message }: Asked) =>
  message.registerenheterMedHjemmelshavere.map(({ registerenhet }) => identityOf(registerenhet)).join()

/** One who asks about one property has one case. */
const caseOf = (asked: Asked) => `${asked.message.avsender.id} ${placesOf(asked)}`

const payloadOf = ({ store }: Client, { key }: Letter) =>
  new Uint8Array(Buffer.from(store.letter(key)?.payload ?? '', 'base64'))

const isIn = ({ registerenhet }: BookedEiendom, { eiendommer }: Known) =>
  eiendommer.some((one) => identityOf(one.registerenhet) === identityOf(registerenhet))
const isOf = (known: Known, eiendommer: readonly BookedEiendom[]) => eiendommer.every((one) => isIn(one, known))
const bookedOf = (known: Known, { eiendommer }: DsveBooks) => eiendommer.filter((one) => isIn(one, known))

export const rememberingFaults = [
  defineFault({
    id: 'demands-restgjeld-first',
    story: 'Whoever has not asked for restgjeld is told no innfrielsessaldo.',
    violates: ['DSVE-179'],
    replaces: {
      // As soon as it has come, and not when its turn has: innfrielse is answered first.
      take: async (client, letter, steps) => {
        await take(client, letter, steps)
        const asked = openRequest(client, payloadOf(client, letter))
        if (!isNo(asked) && asked.root === 'restgjeldsforespoersel') seen(client).add(caseOf(asked))
      },
      openRequest: (client, bytes) => {
        const asked = openRequest(client, bytes)
        if (isNo(asked) || asked.root === 'restgjeldsforespoersel' || seen(client).has(caseOf(asked))) return asked
        return no('Det er ikke bedt om restgjeld i denne saken.')
      },
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
        const key = caseOf(asked)
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
        return isAbout(cases.S25, { asked }) ? { ...mottaker, referanse: known } : mottaker
      },
    },
  }),
  defineFault({
    id: 'mixes-up-what-comes-at-once',
    story: 'The case at hand is held in one variable: of two that come together one is told the loans of the other.',
    violates: ['DSVE-207', 'DSVE-130', 'DSVE-131'],
    replaces: {
      findLaan: (books, eiendommer) =>
        findLaan(books, isOf(cases.S10, eiendommer) ? bookedOf(cases.S8, books) : eiendommer),
    },
  }),
] as const
