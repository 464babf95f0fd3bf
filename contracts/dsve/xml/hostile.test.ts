import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schemaViolations } from '../schemas.ts'
import { readXml, type XmlProblem, xmlLimits } from './read.ts'

const entities = [...'bcdefghijk'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghijk'[index]};`.repeat(10)}">`)
const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

interface Hostile {
  readonly what: string
  readonly bytes: () => Uint8Array
  readonly refused: XmlProblem
  readonly where: string
}

const hostile: readonly Hostile[] = [
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

describe('XML', () => {
  it.each(hostile)('of $what is refused: $refused', ({ bytes, refused, where }) => {
    expect(readXml(bytes())).toMatchObject({ ok: false, refusal: { kind: refused, where } })
  })

  it.each([
    ['UTF-8', Buffer.from('<?xml version="1.0" encoding="UTF-8"?><l>Ø</l>')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<l>Ø</l>')],
    ['UTF-8 with a mark that says so', Buffer.from('\ufeff<?xml version="1.0" encoding="utf-8"?><l>Ø</l>')],
    ['Latin-1 that says so', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><l>Ø</l>', 'latin1')],
    ['UTF-16', utf16('\ufeff<?xml version="1.0" encoding="UTF-16"?><l>Ø</l>')],
    ['UTF-16, the other way round', utf16('\ufeff<?xml version="1.0" encoding="utf-16"?><l>Ø</l>', true)],
    ['UTF-16 without a mark', utf16('<?xml version="1.0" encoding="UTF-16LE"?><l>Ø</l>')],
    ['ASCII with a reference', Buffer.from('<?xml version="1.0" encoding="US-ASCII"?><l>&#xD8;</l>')],
  ])('in %s is read', (_, bytes) => {
    const outcome = readXml(bytes)
    expect(outcome.ok && outcome.value.root.text).toBe('Ø')
  })

  it('may have comments that speak of a DOCTYPE, and instructions', () => {
    const text =
      '<?xml-stylesheet href="x"?>\n<!-- <!DOCTYPE l> -->\n<l><!-- <!DOCTYPE l> --><![CDATA[<!DOCTYPE l>]]></l>'
    const outcome = readXml(Buffer.from(text))
    expect(outcome.ok && outcome.value.root).toMatchObject({ text: '<!DOCTYPE l>', line: 3, path: '/l' })
  })

  it('fetches nothing that it names', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    const documents = [
      `<?xml-stylesheet type="text/xsl" href="${url}/a"?><restgjeldssvar/>`,
      `<?oasis-xml-catalog catalog="${url}/b"?><restgjeldssvar/>`,
      `<restgjeldssvar ${xsi} xsi:noNamespaceSchemaLocation="${url}/c.xsd"/>`,
      `<restgjeldssvar ${xsi} xsi:schemaLocation="urn:x ${url}/d.xsd"/>`,
      `<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="${url}/e"/>`,
      `<!DOCTYPE restgjeldssvar SYSTEM "${url}/f.dtd"><restgjeldssvar/>`,
    ]
    for (const document of documents) {
      readXml(Buffer.from(document))
      expect(schemaViolations(document, '2.2.1')).not.toEqual([])
    }
    server.close()
    await once(server, 'close')
    expect(asked).toEqual([])
  })

  it('of any bytes never throws', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .string({ unit: fc.constantFrom(...'<>/?!-[]"\'=& ;#xaDOCTYPE\n'), maxLength: 60 })
        .map((text) => Buffer.from(text)),
    )
    fc.assert(
      fc.property(bytes, (content) => {
        expect(readXml(content)).toHaveProperty('ok')
      }),
      { numRuns: 1000, seed: 20_261_127 },
    )
  })
})
