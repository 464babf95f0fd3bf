import { rawArchive } from '../../../contracts/dsve/archive/raw.ts'
import type { Draft } from '../parcel.ts'
import { broken, declaration, type Variant, withXml } from './variant.ts'

type Files = Parameters<Draft['pack']>[0]
type Entry = Parameters<typeof rawArchive>[0][number]

/** The lawful files, and more of them. */
const besides = (...more: readonly Entry[]) => ({
  pack: (files: Files) => rawArchive([...files, ...more]),
})

/** What a bank must survive without fetching, unpacking or writing anything (DSVE-043). */
export const hostileVariants = {
  'billion-laughs': broken(
    'Entities that name each other, ten times ten times over (DSVE-043).',
    withXml((xml) =>
      xml
        .replace(declaration, (found) => `${found}<!DOCTYPE x [${laughs()}]>\n`)
        .replace(/<referanse>[^<]*/, '<referanse>&l9;'),
    ),
  ),
  'absolute-name': broken('An archive with an entry at an absolute place (DSVE-043).', (draft) => ({
    ...draft,
    ...besides({ name: '/tmp/samsvar-was-here.xml', content: '<a/>' }),
  })),
  'many-entries': broken('An archive of ten thousand entries (DSVE-043).', (draft) => ({
    ...draft,
    ...besides(...Array.from({ length: 10_000 }, (_, number) => ({ name: `${number}.xml`, method: 0 }))),
  })),
  'encrypted-archive': broken('An archive that asks for a password (DSVE-039).', (draft) => ({
    ...draft,
    pack: (files: Files) => rawArchive(files.map((file) => ({ ...file, flags: 0x801 }))),
  })),
  'wrong-checksum': broken('An archive whose content does not fit its checksum (DSVE-039).', (draft) => ({
    ...draft,
    pack: (files: Files) => rawArchive(files.map((file) => ({ ...file, crc: 1 }))),
  })),
} as const satisfies Readonly<Record<string, Variant>>

const laughs = () =>
  Array.from({ length: 10 }, (_, level) =>
    level === 0 ? '<!ENTITY l0 "ha">' : `<!ENTITY l${level} "${`&l${level - 1};`.repeat(10)}">`,
  ).join('')
