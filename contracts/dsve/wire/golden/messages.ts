import type { MessageOf } from '../messages.ts'

/** What the files beside this one say. Their shape is that of the official examples, their persons and companies are nobody. */

const ola = { person: { id: '03827510008', fornavn: 'Ola', etternavn: 'Ødegård' } }
const megler = { id: '313456781', foretaksnavn: 'Ærlig Eiendomsmegling AS' }
const bank = { id: '312345676', foretaksnavn: 'Referansebanken ASA' }
const borettsandel = { organisasjonsnummer: '318901236', borettslagnavn: 'Feråsen Borettslag', andelsnummer: '71' }

export const golden: MessageOf = {
  restgjeldsforespoersel: {
    avsender: {
      ...megler,
      adresse: { gatenavn: 'Kirkegata 1', postnummer: '0153', poststed: 'Oslo' },
      kontaktperson: {
        navn: 'Marte Meglersen',
        epost: 'marte@megler.example',
        telefondirekte: '22000000',
        telefon: '22000001',
      },
      referanse: 'OPGNR-123',
      returnertil: {
        id: '314567897',
        foretaksnavn: 'Oppgjørssentralen AS',
        adresse: { postnummer: '0191', poststed: 'Oslo' },
      },
    },
    mottaker: bank,
    registerenheterMedHjemmelshavere: [
      {
        registerenhet: {
          matrikkel: {
            kommunenavn: 'Lillestrøm',
            kommunenummer: '3205',
            gaardsnummer: '273',
            bruksnummer: '220',
            festenummer: '0',
            seksjonsnummer: '12',
            eiendomsnivaa: 'E',
          },
        },
        hjemmelshavere: [ola, { organisasjon: { id: '317890125', foretaksnavn: 'Tomteselskapet AS' } }],
      },
    ],
    prisantydning: 20_109_882,
  },
  restgjeldssvar: {
    avsender: { ...bank, kontaktperson: { navn: 'Bjørn Bankesen' }, referanse: 'FX12398731273123' },
    mottaker: { ...megler, referanse: 'OPGNR-123' },
    laanliste: [
      {
        rammelaan: true,
        oevreGrenseRammelaan: 1_000_000,
        fastrente: false,
        realkausjon: true,
        laantakerIkkeHjemmelshaver: false,
        transporterklaering: true,
        laanenummer: '97184502740',
        kontonummer: '97184502740',
        kidnummer: '123456782',
        betalingsmelding: 'Innfrielse <lån> & gebyr',
        saldo: 700_000,
        laantakereHjemmelshaver: ['Ola Ødegård', 'Åse Marie Bråten'],
      },
      {
        rammelaan: false,
        fastrente: true,
        realkausjon: false,
        laantakerIkkeHjemmelshaver: true,
        transporterklaering: false,
        laanenummer: '42-7',
        kontonummer: '97184504115',
        saldo: 0.05,
        laantakereHjemmelshaver: [],
      },
    ],
    registerenheterMedDokumentreferanser: [
      {
        registerenhet: {
          matrikkel: {
            kommunenavn: 'Oslo',
            kommunenummer: '0301',
            gaardsnummer: '1',
            bruksnummer: '2',
            eiendomsnivaa: 'F_1',
          },
        },
        pantedokumentreferanser: [
          {
            dokumentnummer: 3,
            dokumentaar: 2024,
            embetenummer: 201,
            rettsstiftelsesnummer: 1,
            registreringstidspunkt: '2024-01-10T19:00:47+01:00',
            beloep: 3_500_000,
          },
          { dokumentnummer: 3975, dokumentaar: 1998, embetenummer: 200, rettsstiftelsesnummer: 2 },
        ],
      },
      {
        registerenhet: {
          aksjeleilighet: {
            organisasjonsnummer: '210123458',
            organisasjonsnavn: 'Bryggen "Boligaksjeselskap"',
            leilighetsnummer: '71',
            aksjeinformasjon: { akjsenummerFra: 1, akjsenummerTil: 4, paalydende: 10_000, antall: 4 },
          },
        },
        pantedokumentreferanser: [],
      },
    ],
    sperretForVidereOpplaan: true,
  },
  innfrielsessaldoforespoersel: {
    avsender: { ...megler, referanse: ' REF-123 ' },
    mottaker: { ...bank, referanse: 'REF-456' },
    registerenheterMedHjemmelshavere: [
      { registerenhet: { borettsandel }, hjemmelshavere: [ola] },
      {
        registerenhet: {
          aksjeleilighet: {
            organisasjonsnummer: '210123458',
            organisasjonsnavn: 'Bryggen Boligaksjeselskap',
            leilighetsnummer: '71',
            aksjeinformasjon: {},
          },
        },
        hjemmelshavere: [ola],
      },
    ],
    innfrielsesdatoer: ['2026-05-17', '2026-05-16'],
  },
  innfrielsessaldosvar: {
    avsender: { ...bank, referanse: 'FX12398731273123' },
    mottaker: { ...megler, referanse: 'OPGNR-123' },
    laanliste: [
      {
        laantakerIkkeHjemmelshaver: false,
        transporterklaering: true,
        laanenummer: '97184502740',
        kontonummer: '97184502740',
        kidnummer: '0012345678',
        saldoerPerDato: [
          { beloep: 12_345_000, dato: '2026-05-17' },
          { beloep: 123_456.1, dato: '2026-05-16' },
        ],
        laantakereHjemmelshaver: ['Ola Ødegård'],
      },
    ],
    registerenheterMedDokumentreferanser: [
      {
        registerenhet: { borettsandel },
        pantedokumentreferanser: [
          { dokumentnummer: 3, dokumentaar: 2024, embetenummer: 201, rettsstiftelsesnummer: 1, beloep: 0 },
        ],
      },
    ],
  },
}
