import { markup } from '../xml/markup.ts'
import { attributes, before, type Damage, gone, holds, is, leaf, rewritten, rg, says, xml } from './damage.ts'

const laan = '/restgjeldssvar/laanliste/laan'
const pair = 'laanliste/laan/saldoerPerDato/saldoPerDato'

/** What the schema refuses, and how a document is written. Section 3.6. */
export const xmlDamages: readonly Damage[] = [
  rg(
    'S1',
    'elements in another order',
    xml({
      'laanliste/laan/fastrente': gone,
      'laanliste/laan/saldo': (found) => [leaf('fastrente', 'false'), found],
    }),
    'DSVE-100',
    `${laan}/realkausjon`,
  ),
  rg(
    'S1',
    'an element that is missing',
    xml({ 'laanliste/laan/realkausjon': gone }),
    'DSVE-100',
    `${laan}/laantakerIkkeHjemmelshaver`,
  ),
  rg(
    'S1',
    'an element that nobody knows',
    xml({ 'laanliste/laan/saldo': before('valuta', 'NOK') }),
    'DSVE-100',
    `${laan}/valuta`,
  ),
  rg(
    'S1',
    'a decimal comma',
    xml({ 'laanliste/laan/saldo': says('2345678,90') }),
    'DSVE-100 DSVE-104 DSVE-150',
    `${laan}/saldo`,
  ),
  rg('S1', 'Ja for true', xml({ 'laanliste/laan/fastrente': says('Nei') }), 'DSVE-100 DSVE-106', `${laan}/fastrente`),
  rg(
    'S1',
    'a dotted account number',
    xml({ 'laanliste/laan/kontonummer': says('9718.45.02740') }),
    'DSVE-100 DSVE-133',
    `${laan}/kontonummer`,
  ),
  rg(
    'S1',
    'a KID of one digit',
    xml({ 'laanliste/laan/saldo': before('kidnummer', '7') }),
    'DSVE-100 DSVE-136',
    `${laan}/kidnummer`,
  ),
  is(
    'S1',
    'a Norwegian date',
    xml({ [`${pair}/dato`]: says('11.12.2026') }),
    'DSVE-100 DSVE-105 ~DSVE-171',
    '/innfrielsessaldosvar/laanliste/laan/saldoerPerDato/saldoPerDato/dato',
  ),
  rg('S1', 'no loans', xml({ laanliste: holds() }), 'DSVE-100 DSVE-130', '/restgjeldssvar/laanliste'),
  rg(
    'S1',
    'no eiendomsnivaa',
    xml({
      'registerenheterMedDokumentreferanser/registerenhetMedDokumentreferanse/matrikkel': attributes({
        eiendomsnivaa: null,
      }),
    }),
    'DSVE-100 DSVE-122',
    '/restgjeldssvar/registerenheterMedDokumentreferanser/registerenhetMedDokumentreferanse/matrikkel',
  ),
  rg(
    'S1',
    'another root element',
    rewritten((text) => text.replaceAll('restgjeldssvar>', 'Restgjeldssvar>')),
    'DSVE-100 DSVE-089',
    '/Restgjeldssvar',
  ),
  rg(
    'S1',
    'an end tag that fits nothing',
    rewritten((text) => text.replace('</saldo>', '</sum>')),
    'DSVE-100',
    'archive/restgjeldssvar_1.xml (line 25, column 30)',
  ),
  rg(
    'S1',
    'a DOCTYPE',
    rewritten((text) =>
      text.replace('<restgjeldssvar>', '<!DOCTYPE restgjeldssvar [<!ENTITY a "b">]>\n<restgjeldssvar>'),
    ),
    'DSVE-100',
    'archive/restgjeldssvar_1.xml (line 2)',
  ),
  rg(
    'S1',
    'a default namespace',
    rewritten((text) => text.replace('<restgjeldssvar>', '<restgjeldssvar xmlns="urn:dsve">')),
    'DSVE-100 DSVE-101',
    '/restgjeldssvar',
  ),
  rg(
    'S1',
    'metadata in 2.2.1',
    {
      xml: (root) => ({
        ...root,
        children: [...root.children, markup('metadata', { children: [leaf('opprettet', '2026-11-27T10:00:00')] })],
      }),
    },
    'DSVE-100 DSVE-102',
    '/restgjeldssvar/metadata',
  ),
  rg('S1', 'no metadata in 2.2.0', xml({ metadata: gone }), 'DSVE-100 DSVE-102', '/restgjeldssvar', '2.2.0'),
  rg(
    'S1',
    'Latin-1 in UTF-8',
    rewritten((text) => Buffer.from(text, 'latin1')),
    'DSVE-103',
    'archive/restgjeldssvar_1.xml (line 6, byte 171)',
  ),
  rg(
    'S1',
    'UTF-8 encoded twice',
    rewritten((text) => Buffer.from(Buffer.from(text).toString('latin1'))),
    'DSVE-103 DSVE-140',
    '/restgjeldssvar/avsender/kontaktperson/navn',
  ),
  rg(
    'S1',
    'UTF-16 that says UTF-8',
    rewritten((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
    'DSVE-103',
    'archive/restgjeldssvar_1.xml (the XML declaration)',
  ),
  rg(
    'S1',
    'UTF-16 that says so',
    rewritten((text) => Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le')),
    '',
  ),
  rg(
    'S1',
    'no declaration, a stylesheet, a hint and comments',
    rewritten((text) =>
      text.replace(
        /^.*\n<restgjeldssvar>/,
        '<?xml-stylesheet type="text/xsl" href="../xslt/restgjeld.xslt"?>\n<!--x-->\n<restgjeldssvar xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="../xsd/dsve.xsd">',
      ),
    ),
    '',
  ),
]
