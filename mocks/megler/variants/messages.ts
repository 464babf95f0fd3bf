import { crc32, deflateRawSync } from 'node:zlib'
import { lazily } from '../../../contracts/lazily.ts'
import type { Draft } from '../parcel.ts'
import { companies, people, type RawEntry, rawArchive } from '../wire.ts'
import { broken, declaration, lawful, type Variant, withXml } from './variant.ts'

/** What differs in the message itself, or lies beside it in the archive (dsve.md 7 C). Texts are changed, so that a message may be wrong. */

const other = (messageType: string) => (draft: Draft) => ({ ...draft, propertyList: { messageType } })
const without = (pattern: RegExp) => withXml((xml) => xml.replaceAll(pattern, ''))
const properties = '</registerenheterMedHjemmelshavere>'
const priced = (kroner: number) =>
  withXml((xml) => xml.replace(properties, (found) => `${found}<prisantydning>${kroner}</prisantydning>`))
const named = (element: string, { id, foretaksnavn }: { readonly id: string; readonly foretaksnavn: string }) =>
  withXml((xml) =>
    xml.replace(
      new RegExp(`<${element} id="[^"]*">(\\s*)<foretaksnavn>[^<]*<`),
      `<${element} id="${id}">$1<foretaksnavn>${foretaksnavn}<`,
    ),
  )

/** Some libraries fetch by plain HTTP alone, and some believe no root of ours: half of what is named is at each. */
const byHttp = (url: string) => url.replace(/^https:/, 'http:')

/** So many bytes in some kB: far more than a message has. Made once, for that takes a while. */
const bombOf = lazily((size: number): Omit<RawEntry, 'name'> => {
  const content = Buffer.alloc(size, ' ')
  return { packed: deflateRawSync(content), size, crc: crc32(content) }
})

export const otherMessages = {
  'without-contact': lawful(
    'Nobody to call, as the schema allows and the matrix does not (DSVE-031, A-09).',
    without(/\s*<kontaktperson>[\s\S]*?<\/kontaktperson>/g),
  ),
  'empty-numbers': lawful(
    'festenummer and seksjonsnummer empty in place of 0 (DSVE-037).',
    withXml((xml) => xml.replaceAll(/ (festenummer|seksjonsnummer)="0"/g, ' $1=""')),
  ),
  'absent-numbers': lawful(
    'festenummer and seksjonsnummer left out in place of 0 (DSVE-037).',
    without(/ (festenummer|seksjonsnummer)="0"/g),
  ),
  'wrong-owner-id': lawful(
    'The right name, and the number of somebody else (DSVE-038).',
    withXml((xml) => xml.replaceAll(/<person id="[^"]*"/g, `<person id="${people.ukjent.id}"`)),
  ),
  'misspelt-owner': lawful(
    'The right number, and a name that is misspelt (DSVE-038).',
    withXml((xml) => xml.replaceAll(/<etternavn>[^<]*</g, '<etternavn>Feilskrevet<')),
  ),
  'empty-version-key': lawful('A version key with nothing in it, which means version 1 (DSVE-041).', (draft) => ({
    ...draft,
    propertyList: { ...draft.propertyList, version: '' },
  })),
  'with-prisantydning': lawful('With what it is hoped to sell for (DSVE-160).', priced(4_900_000)),
  'high-prisantydning': lawful('With the highest price that there is (DSVE-160).', priced(2_147_483_647)),
  'with-hints': lawful(
    'Where schema and stylesheet are said to be, which nobody is to fetch (DSVE-042, -043).',
    (draft) =>
      withXml((xml) =>
        xml
          .replace(
            declaration,
            (found) => `${found}<?xml-stylesheet type="text/xsl" href="${byHttp(draft.canaryUrl)}/restgjeld.xslt"?>\n`,
          )
          .replace(
            /<(\w+forespoersel)>/,
            `<$1 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="${draft.canaryUrl}/dsve.xsd">`,
          ),
      )(draft),
  ),
  'with-doctype': broken('A DOCTYPE that names a file elsewhere, and uses it (DSVE-043).', (draft) =>
    withXml((xml) =>
      xml
        .replace(
          /<(\w+forespoersel)>/,
          `<!DOCTYPE $1 SYSTEM "${byHttp(draft.canaryUrl)}/dsve.dtd" [<!ENTITY navn SYSTEM "${draft.canaryUrl}/navn">]>\n<$1>`,
        )
        .replace(/<foretaksnavn>[^<]*</, '<foretaksnavn>&navn;<'),
    )(draft),
  ),
  'path-traversal': broken('An entry whose name leads out of the folder (DSVE-043).', (draft) => ({
    ...draft,
    pack: (files) => renamed(draft.pack([...files, { name: 'xx/xx/samsvar.txt', content: 'x' }])),
  })),
  'archive-bomb': broken('A file that has some kB packed, and fifty million bytes unpacked (DSVE-043).', (draft) => ({
    ...draft,
    pack: (files) => rawArchive([...files.slice(0, -1), { name: draft.xmlName, ...bombOf(50_000_000) }]),
  })),
  'other-bank': broken('A mottaker that is another bank (DSVE-044).', named('mottaker', companies.annenBank)),
  'spoofed-sender': broken('An avsender that is not who sends (DSVE-045).', named('avsender', companies.annenMegler)),
  'past-date': lawful(
    'The first of the dates has passed long ago (DSVE-048).',
    withXml((xml) => xml.replace(/<innfrielsesdato>[^<]*</, '<innfrielsesdato>2020-01-02<')),
  ),
  'same-date-twice': lawful(
    'The first of the dates stands there twice (DSVE-048).',
    withXml((xml) => xml.replace(/<innfrielsesdato>[^<]*<\/innfrielsesdato>/, '$&$&')),
  ),
  'signed-mortgage-deed': broken(
    'Another message of the family, which is none of the four (DSVE-016).',
    other('SignedMortgageDeedProcessed'),
  ),
} as const satisfies Readonly<Record<string, Variant>>

/** The library writes no such name; it has the same length in both headers, and nothing else is counted of it. */
function renamed(archive: Uint8Array): Uint8Array {
  const text = Buffer.from(archive).toString('latin1').replaceAll('xx/xx/samsvar.txt', '../../samsvar.txt')
  return Buffer.from(text, 'latin1')
}
