import { type Outcome, read, refuse } from '../outcome.ts'
import { type Markup, markup, type XmlElement } from '../xml/markup.ts'
import { readXml, type XmlProblem } from '../xml/read.ts'
import { serialize } from '../xml/serialize.ts'
import type { PropertyList } from './properties.ts'

/** `manifest.xml`, which Altinn 2 put into every archive. Secondary to the propertyList. Source: dsve.md 2.2. */
export interface Manifest {
  readonly externalServiceCode: string
  readonly externalServiceEditionCode: string
  readonly sendersReference: string
  /** Nine digits: who sends. */
  readonly reportee: string
  readonly propertyList: PropertyList
}

export const manifestName = 'manifest.xml'
const namespace = 'http://schema.altinn.no/services/ServiceEngine/Broker/2015/06'
const rootName = 'BrokerServiceManifest'
export const service = { externalServiceCode: '4752', externalServiceEditionCode: '1' } as const

export function manifestXml(manifest: Manifest): string {
  const leaf = (name: string, text: string): Markup => markup(name, { text })
  const properties = Object.entries(manifest.propertyList).map(([key, value]) =>
    markup('Property', { children: [leaf('PropertyKey', key), leaf('PropertyValue', value)] }),
  )
  const children = [
    leaf('ExternalServiceCode', manifest.externalServiceCode),
    leaf('ExternalServiceEditionCode', manifest.externalServiceEditionCode),
    leaf('SendersReference', manifest.sendersReference),
    leaf('Reportee', manifest.reportee),
    markup('PropertyList', { children: properties }),
  ]
  return serialize(markup(rootName, { attributes: { xmlns: namespace }, children }))
}

/** UTF-8 or UTF-16, as the platform wrote it. */
export function readManifest(bytes: Uint8Array): Outcome<Manifest, XmlProblem | 'another-document'> {
  const xml = readXml(bytes)
  if (!xml.ok) return xml
  const { root } = xml.value
  if (root.name !== rootName || root.namespace !== namespace)
    return refuse('another-document', `its root is ${root.name}`, 'line 1', `write a ${rootName} of ${namespace}`)
  const text = (element: XmlElement | undefined, name: string) =>
    element?.children.find((child) => child.name === name)?.text ?? ''
  const properties = root.children.find(({ name }) => name === 'PropertyList')?.children ?? []
  return read({
    externalServiceCode: text(root, 'ExternalServiceCode'),
    externalServiceEditionCode: text(root, 'ExternalServiceEditionCode'),
    sendersReference: text(root, 'SendersReference'),
    reportee: text(root, 'Reportee'),
    propertyList: Object.fromEntries(
      properties.map((property) => [text(property, 'PropertyKey'), text(property, 'PropertyValue')]),
    ),
  })
}
