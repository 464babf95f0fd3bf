import { describe, expect, it } from 'vitest'
import { attributes, before, gone, holds, leaf, says, twice, xml } from './damages/damage.ts'
import { fittingVersion, schemaViolations } from './schemas.ts'
import { markupOf } from './wire/build.ts'
import { golden } from './wire/golden/messages.ts'
import { type Markup, markup } from './xml/markup.ts'
import { serialize } from './xml/serialize.ts'

/** What the agreed schema takes and refuses, as section 3 of the catalogue tells it; replies are among the damages. */

type Changes = Parameters<typeof xml>[0]

const textOf = (root: keyof typeof golden, changes: Changes) =>
  serialize((xml(changes).xml as (root: Markup) => Markup)(markupOf(root, golden[root] as never)))

const enhet = 'registerenheterMedHjemmelshavere/registerenhetMedHjemmelshavere'
const person = `${enhet}/hjemmelshavere/hjemmelshaver[1]/person`
const date = (text: string) => leaf('innfrielsesdato', text)
const pant =
  'registerenheterMedDokumentreferanser/registerenhetMedDokumentreferanse[1]/pantedokumentreferanser/pantedokumentreferanse[1]'

const refused: readonly (readonly [string, keyof typeof golden, Changes, string])[] = [
  [
    'no id of the sender',
    'restgjeldsforespoersel',
    { avsender: attributes({ id: null }) },
    '/restgjeldsforespoersel/avsender',
  ],
  [
    'an unknown attribute',
    'restgjeldsforespoersel',
    { avsender: attributes({ rolle: 'Megler' }) },
    '/restgjeldsforespoersel/avsender',
  ],
  [
    'no postnummer',
    'restgjeldsforespoersel',
    { 'avsender/adresse/postnummer': gone },
    '/restgjeldsforespoersel/avsender/adresse/poststed',
  ],
  [
    'referanse before kontaktperson',
    'restgjeldsforespoersel',
    { 'avsender/kontaktperson': before('referanse', 'x') },
    '/restgjeldsforespoersel/avsender/kontaktperson',
  ],
  [
    'two owners in one hjemmelshaver',
    'restgjeldsforespoersel',
    { [person]: twice },
    `/restgjeldsforespoersel/${person.replace('/person', '/person[2]')}`,
  ],
  [
    'no owner',
    'restgjeldsforespoersel',
    { [`${enhet}/hjemmelshavere`]: holds() },
    `/restgjeldsforespoersel/${enhet}/hjemmelshavere`,
  ],
  [
    'an owner without etternavn',
    'restgjeldsforespoersel',
    { [`${person}/etternavn`]: gone },
    `/restgjeldsforespoersel/${person}`,
  ],
  [
    'no kommunenavn',
    'restgjeldsforespoersel',
    { [`${enhet}/matrikkel`]: attributes({ kommunenavn: null }) },
    `/restgjeldsforespoersel/${enhet}/matrikkel`,
  ],
  [
    'F_10',
    'restgjeldsforespoersel',
    { [`${enhet}/matrikkel`]: attributes({ eiendomsnivaa: 'F_10' }) },
    `/restgjeldsforespoersel/${enhet}/matrikkel`,
  ],
  [
    'two kinds of property in one',
    'restgjeldsforespoersel',
    { [`${enhet}/matrikkel`]: twice },
    `/restgjeldsforespoersel/${enhet}/matrikkel[2]`,
  ],
  ['no price', 'restgjeldsforespoersel', { prisantydning: says('0') }, '/restgjeldsforespoersel/prisantydning'],
  [
    'a price beyond 31 bits',
    'restgjeldsforespoersel',
    { prisantydning: says('2147483648') },
    '/restgjeldsforespoersel/prisantydning',
  ],
  [
    'no dates',
    'innfrielsessaldoforespoersel',
    { innfrielsesdatoer: holds() },
    '/innfrielsessaldoforespoersel/innfrielsesdatoer',
  ],
  [
    'five dates',
    'innfrielsessaldoforespoersel',
    { innfrielsesdatoer: holds(...[1, 2, 3, 4, 5].map((day) => date(`2026-05-0${day}`))) },
    '/innfrielsessaldoforespoersel/innfrielsesdatoer/innfrielsesdato[5]',
  ],
  [
    '30 February',
    'innfrielsessaldoforespoersel',
    { innfrielsesdatoer: holds(date('2026-02-30')) },
    '/innfrielsessaldoforespoersel/innfrielsesdatoer/innfrielsesdato',
  ],
  ['dokumentnummer 0', 'restgjeldssvar', { [pant]: attributes({ dokumentnummer: '0' }) }, `/restgjeldssvar/${pant}`],
  ['dokumentaar 10000', 'restgjeldssvar', { [pant]: attributes({ dokumentaar: '10000' }) }, `/restgjeldssvar/${pant}`],
  ['embetenummer 1000', 'restgjeldssvar', { [pant]: attributes({ embetenummer: '1000' }) }, `/restgjeldssvar/${pant}`],
  [
    'an amount with øre of a pant',
    'restgjeldssvar',
    { [pant]: attributes({ beloep: '1.50' }) },
    `/restgjeldssvar/${pant}`,
  ],
  [
    'a KID of 26 digits',
    'restgjeldssvar',
    { 'laanliste/laan[1]/kidnummer': says('1'.repeat(26)) },
    '/restgjeldssvar/laanliste/laan[1]/kidnummer',
  ],
  [
    'a name of 257 characters',
    'restgjeldssvar',
    { 'laanliste/laan[1]/laantakereHjemmelshaver': holds(leaf('navn', 'å'.repeat(257))) },
    '/restgjeldssvar/laanliste/laan[1]/laantakereHjemmelshaver/navn',
  ],
  [
    'NaN for a saldo',
    'restgjeldssvar',
    { 'laanliste/laan[1]/saldo': says('NaN') },
    '/restgjeldssvar/laanliste/laan[1]/saldo',
  ],
]

/** Weak as the agreed one is: what stands here is for the rules to judge. */
const taken: readonly (readonly [string, keyof typeof golden, Changes])[] = [
  ['an organisation number of letters', 'restgjeldsforespoersel', { avsender: attributes({ id: 'xyz' }) }],
  ['an empty reference', 'restgjeldsforespoersel', { 'avsender/referanse': says('') }],
  ['no contact person', 'restgjeldsforespoersel', { 'avsender/kontaktperson': gone }],
  [
    'a kommunenummer of two digits',
    'restgjeldsforespoersel',
    { [`${enhet}/matrikkel`]: attributes({ kommunenummer: '03' }) },
  ],
  ['a date with a zone', 'innfrielsessaldoforespoersel', { innfrielsesdatoer: holds(date('2026-05-17+02:00')) }],
  [
    'one date twice',
    'innfrielsessaldoforespoersel',
    { innfrielsesdatoer: holds(date('2026-05-17'), date('2026-05-17')) },
  ],
  ['a negative saldo', 'restgjeldssvar', { 'laanliste/laan[1]/saldo': says('-5') }],
  ['INF for a limit', 'restgjeldssvar', { 'laanliste/laan[1]/oevreGrenseRammelaan': says('INF') }],
  [
    'NaN for an amount',
    'innfrielsessaldosvar',
    { 'laanliste/laan/saldoerPerDato/saldoPerDato[1]/beloep': says('NaN') },
  ],
  ['1 for true', 'restgjeldssvar', { sperretForVidereOpplaan: says('1') }],
]

describe('the schema', () => {
  it.each(refused)('refuses %s in a %s', (_what, root, changes, path) => {
    expect(schemaViolations(textOf(root, changes), '2.2.1').map((violation) => violation.path)).toContain(path)
  })

  it.each(taken)('takes %s in a %s', (_what, root, changes) => {
    expect(schemaViolations(textOf(root, changes), '2.2.1')).toEqual([])
  })

  it('of April 2026 takes the loans of a pant, and the released one does not', () => {
    const text = textOf('restgjeldssvar', { [pant]: holds(leaf('laanenummer', '42-7')) })
    expect(schemaViolations(text, '2.2.1+april-2026')).toEqual([])
    expect(schemaViolations(text, '2.2.1')).not.toEqual([])
    expect(fittingVersion(text)).toBe('2.2.1+april-2026')
  })

  it('of 2.2.0 takes attachments named in metadata', () => {
    const vedlegg = markup('vedlegg', { children: [leaf('navn', 'x'), leaf('mimetype', 'application/pdf')] })
    const root = markupOf('restgjeldssvar', golden.restgjeldssvar, { version: '2.2.0' })
    const resources = markup('ressurser', { children: [vedlegg] })
    const text = serialize({
      ...root,
      children: root.children.map((child) =>
        child.name === 'metadata' ? { ...child, children: [resources, ...child.children] } : child,
      ),
    })
    expect(schemaViolations(text, '2.2.0')).toEqual([])
  })

  it('tells a hundred violations of many', () => {
    const many = serialize(
      markup('restgjeldssvar', {
        children: [markup('laanliste', { children: Array.from({ length: 500 }, () => markup('laan')) })],
      }),
    )
    expect(schemaViolations(many, '2.2.1').length).toBeLessThanOrEqual(100)
  })

  it('of a text that is no XML says so', () => {
    expect(schemaViolations('<a>', '2.2.1')).toMatchObject([{ path: '/', line: 0 }])
  })
})
