import { identityOf } from '../../../../contracts/dsve/rules/registerenhet.ts'
import type { Aktoer } from '../../../../contracts/dsve/wire/parties.ts'
import type { RegisterenhetMedHjemmelshavere } from '../../../../contracts/dsve/wire/registerenheter.ts'
import type { BookedEiendom, BookedLaan, DsveBooks } from '../../world/dsve/books.ts'
import { type Asked, type No, no } from '../model.ts'

/**
 * The properties that were asked about: by all of their numbers, the level included (DSVE-036, -037), and only when
 * whoever is said to own them does, by number and not by name (DSVE-038).
 */
export function findEiendommer(
  { eiendommer }: DsveBooks,
  { message: { registerenheterMedHjemmelshavere: asked } }: Pick<Asked, 'message'>,
): readonly BookedEiendom[] | No {
  const found = asked.map((one) => ({ one, eiendom: eiendommer.find((booked) => isSame(booked, one)) }))
  if (found.some(({ one, eiendom }) => eiendom !== undefined && !areOwners(eiendom, one)))
    return no('Oppgitt hjemmelshaver stemmer ikke med bankens opplysninger. Kontroller fødselsnummer eller org.nummer.')
  const pledged = found.flatMap(({ eiendom }) => (eiendom !== undefined && eiendom.pant.length > 0 ? [eiendom] : []))
  return pledged.length === 0 ? no('Banken har ikke pant i eiendommen forespørselen gjelder.') : pledged
}

const isSame = ({ registerenhet }: BookedEiendom, asked: RegisterenhetMedHjemmelshavere) =>
  identityOf(registerenhet) === identityOf(asked.registerenhet)

const areOwners = ({ eiere }: BookedEiendom, { hjemmelshavere }: RegisterenhetMedHjemmelshavere) =>
  hjemmelshavere.every((named) => eiere.some(({ aktoer }) => idOf(aktoer) === idOf(named)))

export const idOf = (aktoer: Aktoer): string => ('person' in aktoer ? aktoer.person.id : aktoer.organisasjon.id)

/** What has to be paid for the pant in them to go, and nothing else that the customer owes (DSVE-130, -131). */
export function findLaan({ laan }: DsveBooks, eiendommer: readonly BookedEiendom[]): readonly BookedLaan[] {
  const secured = new Set(eiendommer.flatMap(thatGoes).flatMap(({ sikrer }) => sikrer))
  return laan.filter(({ laanenummer }) => secured.has(laanenummer))
}

/** The pant that the bank deletes when everything is paid (DSVE-126). */
export const thatGoes = ({ pant }: BookedEiendom) => pant.filter(({ beholdes }) => beholdes !== true)
