import { readFileSync } from 'node:fs'
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import { read } from './outcome.ts'
import { type SchemaVersion, schemaVersions } from './profile.ts'
import { withDocument } from './xml/read.ts'

/** The XSDs, each version compiled when it is first asked for: one that does not compile is an error of ours, and throws. */

export interface SchemaViolation {
  readonly path: string
  readonly line: number
  /** What the validator says, in English. */
  readonly says: string
}

const folder = new URL('./schemas/', import.meta.url)
const parts = ['types', 'pant', 'pant-april-2026', 'roots', 'roots-with-metadata']
const files = [...parts, ...schemaVersions.map((version) => `dsve-${version}`)].map((name) => `${name}.xsd`)

/** The files include one another by name, so libxml2 may see them, these and no others, while one is compiled. */
function compile(version: SchemaVersion): XsdValidator {
  const contents = Object.fromEntries(files.map((name) => [name, readFileSync(new URL(name, folder))]))
  xmlRegisterInputProvider(new XmlBufferInputProvider(contents))
  const url = `dsve-${version}.xsd`
  const document = XmlDocument.fromBuffer(contents[url] ?? new Uint8Array(), { url })
  try {
    return XsdValidator.fromDoc(document)
  } finally {
    document.dispose()
    xmlCleanupInputProvider()
  }
}

const compiled = new Map<SchemaVersion, XsdValidator>()

function validatorOf(version: SchemaVersion): XsdValidator {
  const validator = compiled.get(version) ?? compile(version)
  compiled.set(version, validator)
  return validator
}

/** Nobody reads further. */
const mostViolations = 100

/** What makes the message invalid in that version; a text that is no XML has nothing to validate and gives one. */
export function schemaViolations(text: string, version: SchemaVersion): readonly SchemaViolation[] {
  const validator = validatorOf(version)
  const found = withDocument(text, (document) => {
    try {
      validator.validate(document)
      return read([])
    } catch (error) {
      const details = error instanceof XmlValidateError ? error.details : []
      if (details.length === 0) return read([{ path: '/', line: 0, says: 'the validator gave up' }])
      return read(
        details.slice(0, mostViolations).map(({ xpath = '/', line, message }) => ({
          path: xpath,
          line,
          says: message.trim().slice(0, 300),
        })),
      )
    }
  })
  return found.ok ? found.value : [{ path: '/', line: 0, says: found.refusal.what }]
}

/** The first of the versions that the message is valid in. */
export const fittingVersion = (text: string): SchemaVersion | undefined =>
  schemaVersions.find((version) => schemaViolations(text, version).length === 0)
