import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Element, parseXml } from './xml.ts'

const shape = ({ name, namespace, attributes, children, text }: Element): unknown => [
  name,
  namespace,
  attributes,
  text,
  children.map(shape),
]

describe('XML of a publisher', () => {
  it('is read with its namespaces, default and prefixed', () => {
    const plain = parseXml(
      '<?xml version="1.0"?>\n<!-- x --><a xmlns="urn:a"><b c="1">  t&amp;&lt; </b><b c=\'2\'/></a>\n',
    )
    expect(shape(plain)).toEqual([
      'a',
      'urn:a',
      {},
      '',
      [
        ['b', 'urn:a', { c: '1' }, 't&<', []],
        ['b', 'urn:a', { c: '2' }, '', []],
      ],
    ])
    const prefixed = parseXml('<p:a xmlns:p="urn:a"><p:b c="1">t&amp;&lt;</p:b><b xmlns="urn:other"/></p:a>')
    expect(shape(prefixed)).toEqual([
      'a',
      'urn:a',
      {},
      '',
      [
        ['b', 'urn:a', { c: '1' }, 't&<', []],
        ['b', 'urn:other', {}, '', []],
      ],
    ])
  })

  it('may refer to characters', () => {
    expect(parseXml('<a>TU&#13;\n&#x4D;J</a>').text).toBe('TU\r\nMJ')
  })

  it.each([
    ['a document type', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['an entity that nobody declared', '<a>&b;</a>'],
    ['an ampersand alone', '<a>a & b</a>'],
    ['a reference to no character', '<a>&#1114112;</a>'],
    ['a reference without an end', '<a>&amp</a>'],
    ['two roots', '<a/><b/>'],
    ['an element that is not closed', '<a><b></a>'],
    ['another one that is closed', '<a></b>'],
    ['text beside the root', 'x<a/>'],
    ['no element', ''],
    ['an attribute without quotes', '<a b=c/>'],
    ['a bare bracket', '<a><</a>'],
    ['depth', '<a>'.repeat(20) + '</a>'.repeat(20)],
  ])('is refused with %s', (_, text) => {
    expect(() => parseXml(text)).toThrow(/^The XML/)
  })

  it('is read in a time that grows with its length, whatever it is', () => {
    const hostile = [
      `<a ${'b="" '.repeat(20_000)}`,
      '<'.repeat(100_000),
      `<a>${'&'.repeat(100_000)}`,
      `<!--${'-'.repeat(100_000)}`,
      `<a${' '.repeat(100_000)}`,
    ]
    for (const text of hostile) expect(() => parseXml(text)).toThrow(/^The XML/)
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parseXml(`<a>${text}</a>`)
        } catch (error) {
          expect(String(error)).toMatch(/The XML/)
        }
      }),
    )
  })
})
