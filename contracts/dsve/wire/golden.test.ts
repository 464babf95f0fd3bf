import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { roots } from '../messages.ts'
import { schemaViolations } from '../schemas.ts'
import { readXml } from '../xml/read.ts'
import { markupOf, xmlOf } from './build.ts'
import { golden } from './golden/messages.ts'
import { readMessage } from './read.ts'

const messageIn = (text: string, version?: '2.2.0') => {
  const xml = readXml(Buffer.from(text))
  return xml.ok ? readMessage(xml.value, version) : xml
}

describe.each(roots)('%s', (root) => {
  const literal = readFileSync(new URL(`./golden/${root}.xml`, import.meta.url), 'utf8')
  const message = golden[root] as never

  it('is written as it stands there', () => expect(xmlOf(root, message)).toBe(literal))
  it('is read as what it says', () => expect(messageIn(literal)).toEqual({ ok: true, value: { root, message } }))
  it('is valid', () => expect(schemaViolations(literal, '2.2.1')).toEqual([]))

  it('is read in the dress of the official examples', () => {
    const dressed = literal
      .replace(/^.*\n/, '<?xml-stylesheet type="text/xsl" href="../xslt/restgjeld.xslt"?>\n')
      .replace(
        `<${root}>`,
        `<${root} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="../xsd/dsve.xsd">`,
      )
      .replaceAll('<foretaksnavn>', '<!--Optional:-->\n<foretaksnavn>')
    expect(messageIn(dressed)).toEqual({ ok: true, value: { root, message } })
  })

  it('ends with metadata in 2.2.0, and is told apart from 2.2.1', () => {
    const old = xmlOf(root, message, { version: '2.2.0', opprettet: '2026-02-10T12:00:00' })
    expect(old).toContain('  <metadata>\n    <opprettet>2026-02-10T12:00:00</opprettet>\n  </metadata>\n</')
    expect(messageIn(old, '2.2.0')).toEqual({ ok: true, value: { root, message } })
    const remedy = 'it fits version 2.2.0; agree on one'
    expect(messageIn(old)).toMatchObject({ ok: false, refusal: { kind: 'invalid', remedy } })
  })
})

it('numbers, booleans and dates are read as the schema allows them', () => {
  const text = xmlOf('restgjeldssvar', golden.restgjeldssvar)
    .replace('1000000.00', '1.0E6')
    .replace('<realkausjon>true', '<realkausjon> 1 ')
  expect(messageIn(text)).toEqual({ ok: true, value: { root: 'restgjeldssvar', message: golden.restgjeldssvar } })
})

it.each([Number.NaN, Number.POSITIVE_INFINITY, -0.01, 0.001, 9e15])('%s kroner are not written', (saldo) => {
  const [laan] = golden.restgjeldssvar.laanliste
  const svar = { ...golden.restgjeldssvar, laanliste: [{ ...(laan as NonNullable<typeof laan>), saldo }] }
  expect(() => markupOf('restgjeldssvar', svar)).toThrow(RangeError)
})

it.each([
  ['another document', '<kjoepekontrakt/>', 'another-document'],
  ['a namespace', '<restgjeldssvar xmlns="urn:x"/>', 'another-document'],
  ['what the schema does not have', '<restgjeldssvar/>', 'invalid'],
])('%s is refused', (_what, text, kind) => {
  expect(messageIn(text)).toMatchObject({ ok: false, refusal: { kind } })
})
