import { nearest } from '../../contracts/nearest.ts'
import { hostileVariants } from './variants/hostile.ts'
import { otherMessages } from './variants/messages.ts'
import { broken, declaration, lawful, type Variant, withXml } from './variants/variant.ts'
import { messages, type RequestRoot, writeArchive } from './wire.ts'

const other: Readonly<Record<RequestRoot, RequestRoot>> = {
  restgjeldsforespoersel: 'innfrielsessaldoforespoersel',
  innfrielsessaldoforespoersel: 'restgjeldsforespoersel',
}

/** What differs in the file, its names and what the broker carries; `variants/` has what differs in the message. */
export const variants = {
  ...otherMessages,
  ...hostileVariants,
  usual: lawful('As most send it: manifest.xml and the message in a ZIP.', (draft) => draft),
  'without-manifest': lawful('No manifest.xml, as Altinn 3 leaves it (DSVE-024).', (draft) => ({
    ...draft,
    manifest: null,
  })),
  'manifest-utf-16': lawful('manifest.xml in UTF-16, as the platform wrote it (DSVE-024).', (draft) => ({
    ...draft,
    manifest: draft.manifest && utf16(String(draft.manifest).replace('UTF-8', 'UTF-16')),
  })),
  'neutral-name': lawful('A file name at the broker that tells nothing (DSVE-015).', (draft) => ({
    ...draft,
    fileName: 'data.bin',
  })),
  'capital-names': lawful('The message in a file whose name is in capitals (DSVE-030).', (draft) => ({
    ...draft,
    xmlName: draft.xmlName.toUpperCase(),
  })),
  deflated: lawful('A compressed archive.', (draft) => ({
    ...draft,
    pack: (files) => writeArchive(files, { deflated: true }),
  })),
  'without-declaration': lawful(
    'No XML declaration (DSVE-042).',
    withXml((xml) => xml.replace(declaration, '')),
  ),
  'byte-order-mark': lawful(
    'A byte order mark before the declaration (DSVE-042).',
    withXml((xml) => `\ufeff${xml}`),
  ),
  'with-comment': lawful(
    'A comment before the root and one within (DSVE-042).',
    withXml((xml) => commented(xml)),
  ),
  'with-stylesheet': lawful(
    'A stylesheet instruction, as the official examples have it (DSVE-042).',
    withXml((xml) =>
      xml.replace(declaration, (found) => `${found}<?xml-stylesheet type="text/xsl" href="restgjeld.xslt"?>\n`),
    ),
  ),
  'bare-xml': broken('The message alone, in no ZIP (A-05).', (draft) => ({
    ...draft,
    fileName: draft.xmlName,
    pack: (files) => Buffer.from(files.at(-1)?.content ?? ''),
  })),
  'no-message': broken('A ZIP with nothing but manifest.xml (DSVE-039).', (draft) => ({
    ...draft,
    pack: (files) => writeArchive(files.slice(0, -1)),
  })),
  'corrupt-archive': broken('A ZIP that ends in the middle (DSVE-039).', (draft) => ({
    ...draft,
    pack: (files) => writeArchive(files).subarray(0, 100),
  })),
  'no-archive': broken('Bytes that are no ZIP (DSVE-039).', (draft) => ({
    ...draft,
    pack: () => Buffer.from('no archive'),
  })),
  'malformed-xml': broken(
    'XML that ends in the middle (DSVE-039).',
    withXml((xml) => xml.slice(0, xml.length / 2)),
  ),
  'invalid-xml': broken(
    'XML that the schema does not know: the sender has no name (DSVE-039).',
    withXml((xml) => xml.replace(/<foretaksnavn>[^<]*<\/foretaksnavn>/, '')),
  ),
  'in-a-namespace': broken(
    'The message in a namespace, where the schema has none (DSVE-101).',
    withXml((xml) => xml.replace(/<(\w+forespoersel)>/, '<$1 xmlns="urn:example:dsve">')),
  ),
  contradiction: broken('messageType of the other request (DSVE-040).', (draft) => ({
    ...draft,
    propertyList: { messageType: messages[other[draft.root]].messageType },
  })),
  'unknown-version': broken('A version that nobody has agreed on (DSVE-041).', (draft) => ({
    ...draft,
    propertyList: { ...draft.propertyList, version: '99' },
  })),
  'unknown-message-type': broken('Another message of the family, which is none of the four (DSVE-016).', (draft) => ({
    ...draft,
    propertyList: { messageType: 'AvbruttSamhandling' },
  })),
} as const satisfies Readonly<Record<string, Variant>>

/** Little endian with a byte order mark. */
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

const commented = (xml: string) =>
  xml.replace(declaration, (found) => `${found}<!-- before -->\n`).replace(/<avsender /, '<!-- within --><avsender ')

/** Throws an Error that names the nearest. */
export function variantOf(name: string): Variant {
  if (Object.hasOwn(variants, name)) return variants[name as keyof typeof variants]
  const guesses = nearest(name, Object.keys(variants))
  const hint = guesses.length > 0 ? `perhaps ${guesses.join(' or ')}` : `known are ${Object.keys(variants).join(', ')}`
  throw new Error(`The megler sends no variant "${name}"; ${hint}`)
}
