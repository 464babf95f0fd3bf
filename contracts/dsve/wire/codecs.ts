import {
  asKroner,
  asText,
  asTruth,
  asWhole,
  type Codec,
  each,
  element,
  inline,
  listedAttribute,
  oneOf,
  sequence,
  textAttribute,
  wholeAttribute,
} from './codec.ts'
import type { LaanInnfrielsessaldo, LaanRestgjeld, MessageOf, SaldoPerDato } from './messages.ts'
import type { Adresse, Aktoer, Avsender, Kontaktperson, Mottaker, Organisasjon, Person } from './parties.ts'
import type * as units from './registerenheter.ts'

/** Every element of the four messages, its parts in the order of the schema. Source: dsve.md 3. */

const adresse = sequence<Adresse>({
  gatenavn: element(asText),
  postnummer: element(asText),
  poststed: element(asText),
})

const organisasjon = {
  id: textAttribute,
  foretaksnavn: element(asText),
  adresse: element(adresse),
}

const kontaktperson = sequence<Kontaktperson>({
  navn: element(asText),
  epost: element(asText),
  telefondirekte: element(asText),
  telefon: element(asText),
})

const avsender = sequence<Avsender>({
  ...organisasjon,
  kontaktperson: element(kontaktperson),
  referanse: element(asText),
  returnertil: element(sequence<Organisasjon>(organisasjon)),
})

const mottaker = sequence<Mottaker>({ ...organisasjon, referanse: element(asText) })

const aktoer = oneOf<Aktoer>({
  organisasjon: sequence<Organisasjon>(organisasjon),
  person: sequence<Person>({ id: textAttribute, fornavn: element(asText), etternavn: element(asText) }),
})

const registerenhet = oneOf<units.Registerenhet>({
  matrikkel: sequence<units.Matrikkel>({
    kommunenavn: textAttribute,
    kommunenummer: textAttribute,
    gaardsnummer: textAttribute,
    bruksnummer: textAttribute,
    festenummer: textAttribute,
    seksjonsnummer: textAttribute,
    eiendomsnivaa: listedAttribute<units.Eiendomsnivaa>(),
  }),
  borettsandel: sequence<units.Borettsandel>({
    organisasjonsnummer: textAttribute,
    borettslagnavn: textAttribute,
    andelsnummer: textAttribute,
  }),
  aksjeleilighet: sequence<units.Aksjeleilighet>({
    organisasjonsnummer: textAttribute,
    organisasjonsnavn: textAttribute,
    leilighetsnummer: textAttribute,
    aksjeinformasjon: element(
      sequence<units.Aksjeinformasjon>({
        akjsenummerFra: element(asWhole),
        akjsenummerTil: element(asWhole),
        paalydende: element(asWhole),
        antall: element(asWhole),
      }),
    ),
  }),
})

const pantedokumentreferanse = sequence<units.Pantedokumentreferanse>({
  dokumentnummer: wholeAttribute,
  dokumentaar: wholeAttribute,
  embetenummer: wholeAttribute,
  rettsstiftelsesnummer: wholeAttribute,
  registreringstidspunkt: textAttribute,
  beloep: wholeAttribute,
})

const medHjemmelshavere = sequence<units.RegisterenhetMedHjemmelshavere>({
  registerenhet: inline(registerenhet),
  hjemmelshavere: element(each('hjemmelshaver', aktoer)),
})

const medDokumentreferanse = sequence<units.RegisterenhetMedDokumentreferanse>({
  registerenhet: inline(registerenhet),
  pantedokumentreferanser: element(each('pantedokumentreferanse', pantedokumentreferanse)),
})

const laan = {
  laantakerIkkeHjemmelshaver: element(asTruth),
  transporterklaering: element(asTruth),
  laanenummer: element(asText),
  kontonummer: element(asText),
  kidnummer: element(asText),
  betalingsmelding: element(asText),
}

const navn = { laantakereHjemmelshaver: element(each('navn', asText)) }

const laanRestgjeld = sequence<LaanRestgjeld>({
  rammelaan: element(asTruth),
  oevreGrenseRammelaan: element(asKroner),
  fastrente: element(asTruth),
  realkausjon: element(asTruth),
  ...laan,
  saldo: element(asKroner),
  ...navn,
})

const laanInnfrielsessaldo = sequence<LaanInnfrielsessaldo>({
  ...laan,
  saldoerPerDato: element(
    each('saldoPerDato', sequence<SaldoPerDato>({ beloep: element(asKroner), dato: element(asText) })),
  ),
  ...navn,
})

const addressed = { avsender: element(avsender), mottaker: element(mottaker) }
const asked = {
  registerenheterMedHjemmelshavere: element(each('registerenhetMedHjemmelshavere', medHjemmelshavere)),
}
const told = {
  registerenheterMedDokumentreferanser: element(each('registerenhetMedDokumentreferanse', medDokumentreferanse)),
}

export const codecs: { readonly [Root in keyof MessageOf]: Codec<MessageOf[Root]> } = {
  restgjeldsforespoersel: sequence({ ...addressed, ...asked, prisantydning: element(asWhole) }),
  restgjeldssvar: sequence({
    ...addressed,
    laanliste: element(each('laan', laanRestgjeld)),
    ...told,
    sperretForVidereOpplaan: element(asTruth),
  }),
  innfrielsessaldoforespoersel: sequence({
    ...addressed,
    ...asked,
    innfrielsesdatoer: element(each('innfrielsesdato', asText)),
  }),
  innfrielsessaldosvar: sequence({
    ...addressed,
    laanliste: element(each('laan', laanInnfrielsessaldo)),
    ...told,
  }),
}
