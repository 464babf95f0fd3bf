import { markup } from '../xml/markup.ts'
import { attributes, type Damage, gone, holds, named, rg, says, xml } from './damage.ts'

const enhet = 'registerenheterMedDokumentreferanser/registerenhetMedDokumentreferanse'
const enhetAt = `/restgjeldssvar/${enhet}`
const pantAt = `${enhet}/pantedokumentreferanser/pantedokumentreferanse`

/** What is pledged. */
export const propertyDamages: readonly Damage[] = [
  rg(
    'S1',
    "the customer's cabin too",
    xml({
      [enhet]: (found) => [
        found,
        markup(found.name, {
          children: [
            markup('matrikkel', {
              attributes: {
                kommunenavn: 'Hol',
                kommunenummer: '3330',
                gaardsnummer: '88',
                bruksnummer: '4',
                eiendomsnivaa: 'E',
              },
            }),
            markup('pantedokumentreferanser'),
          ],
        }),
      ],
    }),
    'DSVE-120',
    `${enhetAt}[2]/matrikkel`,
  ),
  rg(
    'S6',
    'the first property alone',
    xml({ [`${enhet}[3]`]: gone, [`${enhet}[2]`]: gone }),
    'DSVE-034 DSVE-121',
    '/restgjeldssvar/registerenheterMedDokumentreferanser',
  ),
  rg(
    'S2',
    'a section without its number',
    xml({ [`${enhet}/matrikkel`]: attributes({ seksjonsnummer: null }) }),
    'DSVE-122',
    `${enhetAt}/matrikkel`,
  ),
  rg(
    'S1',
    'a kommunenummer without its zero',
    xml({ [`${enhet}/matrikkel`]: attributes({ kommunenummer: '301' }) }),
    'DSVE-122',
    `${enhetAt}/matrikkel`,
  ),
  rg(
    'S20',
    'the ground for the festerett',
    xml({ [`${enhet}/matrikkel`]: attributes({ festenummer: '0', eiendomsnivaa: 'E' }) }),
    'DSVE-122',
    `${enhetAt}/matrikkel`,
  ),
  rg(
    'S1',
    'another name of the kommune',
    xml({ [`${enhet}/matrikkel`]: attributes({ kommunenavn: 'OSLO' }) }),
    '~DSVE-122',
    `${enhetAt}/matrikkel/@kommunenavn`,
  ),
  rg(
    'S1',
    'festenummer and seksjonsnummer left out where they are 0',
    xml({ [`${enhet}/matrikkel`]: attributes({ festenummer: null, seksjonsnummer: '' }) }),
    '',
  ),
  rg(
    'S5',
    'another number of shares',
    xml({ [`${enhet}/aksjeleilighet/aksjeinformasjon/antall`]: says('5') }),
    '~DSVE-122',
    `${enhetAt}/aksjeleilighet/aksjeinformasjon/antall`,
  ),
  rg(
    'S5',
    'aksjenummerFra, spelled right',
    xml({ [`${enhet}/aksjeleilighet/aksjeinformasjon/akjsenummerFra`]: named('aksjenummerFra') }),
    'DSVE-100 DSVE-128',
    `${enhetAt}/aksjeleilighet/aksjeinformasjon/aksjenummerFra`,
  ),
  rg(
    'S5',
    'no aksjeinformasjon',
    xml({ [`${enhet}/aksjeleilighet/aksjeinformasjon`]: gone }),
    'DSVE-100 DSVE-128',
    `${enhetAt}/aksjeleilighet`,
  ),
  rg('S5', 'an empty aksjeinformasjon', xml({ [`${enhet}/aksjeleilighet/aksjeinformasjon`]: holds() }), ''),
  rg('S1', 'no pant document', xml({ [pantAt]: gone }), 'DSVE-123', `${enhetAt}/pantedokumentreferanser`),
  rg(
    'S1',
    'an internal document number',
    xml({ [pantAt]: attributes({ dokumentnummer: '7700123' }) }),
    'DSVE-125',
    `/restgjeldssvar/${pantAt}`,
  ),
  rg(
    'S1',
    'a year of two digits',
    xml({ [pantAt]: attributes({ dokumentaar: '21' }) }),
    'DSVE-125',
    `/restgjeldssvar/${pantAt}`,
  ),
  rg(
    'S11',
    'a pant that the bank keeps',
    xml({ [pantAt]: (found) => [found, ...attributes({ dokumentnummer: '1014' })(found)] }),
    'DSVE-126',
    `/restgjeldssvar/${pantAt}[2]`,
  ),
  rg(
    'S1',
    'the debt for the amount of the pant',
    xml({ [pantAt]: attributes({ beloep: '2345679' }) }),
    'DSVE-127',
    `/restgjeldssvar/${pantAt}/@beloep`,
  ),
  rg(
    'S1',
    'a pant without amount and time',
    xml({ [pantAt]: attributes({ beloep: null, registreringstidspunkt: null }) }),
    '',
  ),
]
