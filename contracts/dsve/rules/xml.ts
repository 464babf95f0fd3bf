import { hasMetadata } from '../profile.ts'
import { fittingVersion, schemaViolations } from '../schemas.ts'
import type { XmlElement } from '../xml/markup.ts'
import { type Case, expectedRoot } from './case.ts'
import { childOf, everything } from './elements.ts'
import { breach, type Problem, within } from './problem.ts'
import type { Reply } from './reply.ts'

/** Whether the XML is XML, in its encoding, in no namespace, and valid: DSVE-100 to -103, -128. */

/** Of documents that could not be read. */
export function unreadableRules({ payload }: Reply): readonly Problem[] {
  return (payload.ok ? payload.value.documents : []).flatMap(({ name, xml }) => {
    if (xml.ok) return []
    const { kind, where, what, remedy } = xml.refusal
    const row = kind.startsWith('encoding') ? 'DSVE-103' : 'DSVE-100'
    return [breach(row, `archive/${name} (${where})`, remedy, what)]
  })
}

export function xmlRules({ root, text }: { root: XmlElement; text: string }, asked: Case): readonly Problem[] {
  return [
    ...namespaces(root),
    ...validity(root, text, asked),
    ...metadata(root, asked),
    ...letters(root),
    ...shares(root),
  ]
}

function validity(root: XmlElement, text: string, { version }: Case): readonly Problem[] {
  const violations = schemaViolations(text, version)
  const fits = violations.length > 0 ? fittingVersion(text) : undefined
  const hint = fits ? ` (it is valid in ${fits}: agree on one version)` : ''
  return violations.map(({ path, line, says }) =>
    breach('DSVE-100', path === '/' ? root : { path, line }, `valid in version ${version}${hint}`, says),
  )
}

function namespaces(root: XmlElement): readonly Problem[] {
  const first = everything(root).find(({ namespace }) => namespace !== '')
  return first ? [breach('DSVE-101', first, 'no namespace', first.namespace)] : []
}

function metadata(root: XmlElement, { version }: Case): readonly Problem[] {
  const found = childOf(root, 'metadata')
  if (hasMetadata(version))
    return found ? [] : [breach('DSVE-102', within(root, 'metadata'), `metadata, as in ${version}`, 'absent')]
  return found ? [breach('DSVE-102', found, `no metadata, as in ${version}`, 'metadata')] : []
}

/** UTF-8 that somebody took for Latin-1 and encoded again, or gave up on. */
const broken = /Ã[\u0080-\u00bf†…˜¥¦¸]|[ÆØÅæøå]?\ufffd/

function letters(root: XmlElement): readonly Problem[] {
  return everything(root).flatMap((element) =>
    [element.text, ...Object.values(element.attributes)]
      .filter((text) => broken.test(text))
      .map((text) => breach('DSVE-103', element, 'the letters that were meant, as æ, ø and å', text)),
  )
}

/** The children of aksjeinformasjon are misspelt in the schema, and have to be. */
function shares(root: XmlElement): readonly Problem[] {
  return everything(root)
    .filter(({ name }) => name === 'aksjeleilighet')
    .flatMap((leilighet) => {
      const container = childOf(leilighet, 'aksjeinformasjon')
      if (container === undefined)
        return [breach('DSVE-128', within(leilighet, 'aksjeinformasjon'), 'aksjeinformasjon', 'absent')]
      return container.children
        .filter(({ name }) => /^aksjenummer(Fra|Til)$/.test(name))
        .map((child) => breach('DSVE-128', child, child.name.replace('aksje', 'akjse'), child.name))
    })
}

/** Whether the document is the svar that was asked for, so that its parts mean something. */
export const isExpected = (root: XmlElement, asked: Case): boolean => root.name === expectedRoot(asked)
