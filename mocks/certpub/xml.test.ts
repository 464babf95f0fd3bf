import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { document, element, escaped } from './xml.ts'

describe('XML', () => {
  it('escapes what would end an element or an attribute', () => {
    const text = document(element('A', { x: `<"&'>\n\t`, y: undefined }, `]]> & <B/>\r`, element('C', {}, 'æøå 🏦')))
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<A x="&lt;&quot;&amp;&apos;&gt;&#10;&#9;">]]&gt; &amp; &lt;B/&gt;&#13;<C>æøå 🏦</C></A>',
    )
  })

  it('replaces what XML cannot hold, and keeps all else', () => {
    expect(escaped('a\u0000b\u001bc\uffffd\ud800e')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde')
    expect(escaped('𐐷 \u0085 ø')).toBe('𐐷 \u0085 ø')
  })

  it('lets no text escape from its element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = escaped(text)
        expect(safe).not.toMatch(/[<>"']/)
        expect(safe).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#9|#10|#13);)/)
        expect(safe.isWellFormed()).toBe(true)
      }),
    )
  })
})
