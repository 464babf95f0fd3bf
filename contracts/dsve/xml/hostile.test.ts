import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schemaViolations } from '../schemas.ts'
import { hostileXml, utf16 } from '../testing/hostile-xml.ts'
import { readXml } from './read.ts'

describe('XML', () => {
  it.each(hostileXml)('of $what is refused: $refused', ({ bytes, refused, where }) => {
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
