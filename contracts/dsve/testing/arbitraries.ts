import fc from 'fast-check'
import { addDays, type IsoDate } from '../../calendar.ts'
import type { LaanInnfrielsessaldo, LaanRestgjeld, MessageOf } from '../wire/messages.ts'
import type * as parties from '../wire/parties.ts'
import * as units from '../wire/registerenheter.ts'
import { unlawful } from '../xml/serialize.ts'

/** Everything that the types allow and a document can hold, at its odd ends too. */

/** What XML holds, white space at the ends and quotes included. A lone carriage return too: it is written as a reference. */
const text = fc
  .string({ unit: 'binary', maxLength: 20 })
  .map((found) => found.replaceAll(new RegExp(unlawful, 'gu'), 'ø'))
const name = fc.oneof(text, fc.constantFrom('Ødegård & Sønner', "O'Hara <b>", 'Kåre "Æ" Ås', ' med  blanke '))
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const kroner = fc.integer({ min: 0, max: 900_000_000_000 }).map((oere) => oere / 100)
const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01' as IsoDate, count))

/** With and without each of these. */
const record = <Needed extends object, Optional extends object = object>(
  needed: { [Key in keyof Needed]: fc.Arbitrary<Needed[Key]> },
  optional: { [Key in keyof Optional]: fc.Arbitrary<Optional[Key]> } = {} as never,
) =>
  fc.record({ ...needed, ...optional }, { requiredKeys: Object.keys(needed) as never }) as unknown as fc.Arbitrary<
    Needed & Partial<Optional>
  >

const adresse: fc.Arbitrary<parties.Adresse> = record({ postnummer: text, poststed: name }, { gatenavn: name })
const organisasjonNeeds = { id: digits(9), foretaksnavn: name }
const organisasjon: fc.Arbitrary<parties.Organisasjon> = record(organisasjonNeeds, { adresse })
const kontaktperson: fc.Arbitrary<parties.Kontaktperson> = record(
  { navn: name },
  { epost: text, telefondirekte: text, telefon: text },
)
const avsender: fc.Arbitrary<parties.Avsender> = record(
  { ...organisasjonNeeds, referanse: text },
  { adresse, kontaktperson, returnertil: organisasjon },
)
const mottaker: fc.Arbitrary<parties.Mottaker> = record(organisasjonNeeds, { adresse, referanse: text })
const person: fc.Arbitrary<parties.Person> = record({ id: digits(11), fornavn: name, etternavn: name })
const aktoer: fc.Arbitrary<parties.Aktoer> = fc.oneof(record({ organisasjon }), record({ person }))

const whole = fc.integer({ min: 0, max: 1_000_000 })
const registerenhet: fc.Arbitrary<units.Registerenhet> = fc.oneof(
  record({
    matrikkel: record(
      {
        kommunenavn: name,
        kommunenummer: digits(4),
        gaardsnummer: text,
        bruksnummer: text,
        eiendomsnivaa: fc.constantFrom(...units.eiendomsnivaaer),
      },
      { festenummer: text, seksjonsnummer: text },
    ),
  }),
  record({ borettsandel: record({ organisasjonsnummer: digits(9), borettslagnavn: name, andelsnummer: text }) }),
  record({
    aksjeleilighet: record({
      organisasjonsnummer: digits(9),
      organisasjonsnavn: name,
      leilighetsnummer: text,
      aksjeinformasjon: record({}, { akjsenummerFra: whole, akjsenummerTil: whole, paalydende: whole, antall: whole }),
    }),
  }),
)

const pant: fc.Arbitrary<units.Pantedokumentreferanse> = record(
  {
    dokumentnummer: fc.integer({ min: 1, max: 2_147_483_647 }),
    dokumentaar: fc.integer({ min: 0, max: 9999 }),
    embetenummer: fc.integer({ min: 1, max: 999 }),
    rettsstiftelsesnummer: fc.integer({ min: 1, max: 32_767 }),
  },
  { registreringstidspunkt: day.map((date) => `${date}T21:00:00`), beloep: fc.nat() },
)

const laanNeeds = {
  laantakerIkkeHjemmelshaver: fc.boolean(),
  transporterklaering: fc.boolean(),
  laanenummer: text,
  kontonummer: digits(11),
  laantakereHjemmelshaver: fc.array(name, { maxLength: 3 }),
}
const laanOptions = { kidnummer: fc.stringMatching(/^[0-9]{2,25}$/), betalingsmelding: text }
const laanRestgjeld: fc.Arbitrary<LaanRestgjeld> = record(
  { ...laanNeeds, rammelaan: fc.boolean(), fastrente: fc.boolean(), realkausjon: fc.boolean(), saldo: kroner },
  { ...laanOptions, oevreGrenseRammelaan: kroner },
)
const laanInnfrielse: fc.Arbitrary<LaanInnfrielsessaldo> = record(
  {
    ...laanNeeds,
    saldoerPerDato: fc.array(record({ beloep: kroner, dato: day }), { minLength: 1, maxLength: 4 }),
  },
  laanOptions,
)

const some = <Value>(one: fc.Arbitrary<Value>) => fc.array(one, { minLength: 1, maxLength: 3 })
const addressed = { avsender, mottaker }
const asked = {
  registerenheterMedHjemmelshavere: some(record({ registerenhet, hjemmelshavere: some(aktoer) })),
}
const told = {
  registerenheterMedDokumentreferanser: some(
    record({ registerenhet, pantedokumentreferanser: fc.array(pant, { maxLength: 3 }) }),
  ),
}

export const arbitraryMessages: { readonly [Root in keyof MessageOf]: fc.Arbitrary<MessageOf[Root]> } = {
  restgjeldsforespoersel: record(
    { ...addressed, ...asked },
    { prisantydning: fc.integer({ min: 1, max: 2_147_483_647 }) },
  ),
  restgjeldssvar: record({
    ...addressed,
    laanliste: some(laanRestgjeld),
    ...told,
    sperretForVidereOpplaan: fc.boolean(),
  }),
  innfrielsessaldoforespoersel: record({
    ...addressed,
    ...asked,
    innfrielsesdatoer: fc.array(day, { minLength: 1, maxLength: 4 }),
  }),
  innfrielsessaldosvar: record({ ...addressed, laanliste: some(laanInnfrielse), ...told }),
}
