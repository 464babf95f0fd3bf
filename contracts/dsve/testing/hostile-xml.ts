import { type XmlProblem, xmlLimits } from '../xml/read.ts'

/** XML that is made to do harm, or is none: what is said of each, and where. */

const entities = [...'bcdefghijk'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghijk'[index]};`.repeat(10)}">`)
export const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

export interface HostileXml {
  readonly what: string
  readonly bytes: () => Uint8Array
  readonly refused: XmlProblem
  readonly where: string
}

export const hostileXml: readonly HostileXml[] = [
  { what: 'nothing', bytes: () => new Uint8Array(), refused: 'empty', where: 'the document' },
  { what: 'blanks', bytes: () => Buffer.from(' \n\t'), refused: 'empty', where: 'the document' },
  {
    what: 'a billion laughs',
    bytes: () => Buffer.from(`<!DOCTYPE l [<!ENTITY a "ha">${entities.join('')}]><l a="&k;">&k;</l>`),
    refused: 'doctype',
    where: 'line 1',
  },
  {
    what: 'an external entity',
    bytes: () =>
      Buffer.from(
        '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>',
      ),
    refused: 'doctype',
    where: 'line 3',
  },
  {
    what: 'an external DTD',
    bytes: () => Buffer.from('<!doctype l SYSTEM "http://127.0.0.1/x.dtd"><l/>'),
    refused: 'doctype',
    where: 'line 1',
  },
  {
    what: 'an entity of nobody',
    bytes: () => Buffer.from('<l>&ukjent;</l>'),
    refused: 'malformed',
    where: 'line 1, column 12',
  },
  {
    what: '100 MB of text',
    bytes: () => Buffer.concat([Buffer.from('<l>'), Buffer.alloc(100_000_000, 'a'), Buffer.from('</l>')]),
    refused: 'too-large',
    where: 'the document',
  },
  {
    what: 'more elements than a message has',
    bytes: () => Buffer.from(`<l>${'<a/>'.repeat(xmlLimits.elements)}</l>`),
    refused: 'too-many-elements',
    where: 'the document',
  },
  {
    what: 'elements a hundred thousand deep',
    bytes: () => Buffer.from('<a>'.repeat(100_000)),
    refused: 'malformed',
    where: 'line 1, column 771',
  },
  {
    what: 'no end',
    bytes: () => Buffer.from('<l>\n<a>1</a>\n'),
    refused: 'malformed',
    where: 'line 3, column 1',
  },
  {
    what: 'a zero character',
    bytes: () => Buffer.from('<l>\u0000</l>'),
    refused: 'malformed',
    where: 'line 1, column 4',
  },
  { what: 'JSON', bytes: () => Buffer.from('{}'), refused: 'malformed', where: 'line 1, column 1' },
  {
    what: 'Latin-1 that says UTF-8',
    bytes: () => Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<l>Øye</l>', 'latin1'),
    refused: 'encoding-broken',
    where: 'line 2, byte 42',
  },
  {
    what: 'Latin-1 that says nothing',
    bytes: () => Buffer.from('<l>Ø</l>', 'latin1'),
    refused: 'encoding-broken',
    where: 'line 1, byte 3',
  },
  {
    what: 'UTF-16 that says UTF-8',
    bytes: () => utf16('\ufeff<?xml version="1.0" encoding="UTF-8"?><l/>'),
    refused: 'encoding-contradicted',
    where: 'the XML declaration',
  },
  {
    what: 'UTF-8 that says UTF-16',
    bytes: () => Buffer.from('<?xml version="1.0" encoding="UTF-16"?><l/>'),
    refused: 'encoding-contradicted',
    where: 'the XML declaration',
  },
  {
    what: 'a UTF-8 mark that says Latin-1',
    bytes: () => Buffer.from('\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><l/>'),
    refused: 'encoding-contradicted',
    where: 'the XML declaration',
  },
  {
    what: 'UTF-7',
    bytes: () => Buffer.from('<?xml version="1.0" encoding="UTF-7"?><l/>'),
    refused: 'encoding-unknown',
    where: 'the XML declaration',
  },
  {
    what: 'UTF-32',
    bytes: () => Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]),
    refused: 'encoding-unknown',
    where: 'the XML declaration',
  },
  {
    what: 'half a pair in UTF-16',
    bytes: () => utf16('\ufeff<l>\ud83d</l>'),
    refused: 'encoding-broken',
    where: 'line 1, byte 8',
  },
]
