import { expect, it } from 'vitest'
import { manifestXml, readManifest, service } from './manifest.ts'
import { replyProperties } from './properties.ts'

const literal = `<?xml version="1.0" encoding="UTF-8"?>
<BrokerServiceManifest xmlns="http://schema.altinn.no/services/ServiceEngine/Broker/2015/06">
  <ExternalServiceCode>4752</ExternalServiceCode>
  <ExternalServiceEditionCode>1</ExternalServiceEditionCode>
  <SendersReference>ref-1</SendersReference>
  <Reportee>312345676</Reportee>
  <PropertyList>
    <Property>
      <PropertyKey>messageType</PropertyKey>
      <PropertyValue>Restgjeldssvar</PropertyValue>
    </Property>
    <Property>
      <PropertyKey>status</PropertyKey>
      <PropertyValue>LaanSolgt</PropertyValue>
    </Property>
    <Property>
      <PropertyKey>statusDescription</PropertyKey>
      <PropertyValue>Lånet er solgt.</PropertyValue>
    </Property>
  </PropertyList>
</BrokerServiceManifest>
`
const manifest = {
  ...service,
  sendersReference: 'ref-1',
  reportee: '312345676',
  propertyList: replyProperties('restgjeldssvar', 'LaanSolgt', 'Lånet er solgt.'),
}

it('a manifest is written as it stands there', () => expect(manifestXml(manifest)).toBe(literal))

it.each([
  ['UTF-8', Buffer.from(literal)],
  ['UTF-16, as the platform wrote it', Buffer.from(`\ufeff${literal.replace('UTF-8', 'utf-16')}`, 'utf16le')],
  [
    'with what else it may have',
    Buffer.from(
      literal.replace(
        '  <PropertyList>',
        '  <SentDate>2026-01-01T00:00:00</SentDate>\n  <FileList/>\n  <PropertyList>',
      ),
    ),
  ],
])('a manifest in %s is read', (_, bytes) => expect(readManifest(bytes)).toEqual({ ok: true, value: manifest }))

it('another document is none', () => {
  const bytes = Buffer.from('<BrokerServiceManifest/>')
  expect(readManifest(bytes)).toMatchObject({ ok: false, refusal: { kind: 'another-document' } })
})
