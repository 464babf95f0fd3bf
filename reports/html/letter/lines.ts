import type { Said } from '../../words.ts'
import { xml } from '../../xml.ts'
import { fieldWords } from './field-words.ts'

/** An element of a message that was received, as much of it as was recorded. */
export interface ShownElement {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly text?: string
  readonly children?: readonly ShownElement[]
  /** Only its beginning was recorded. */
  readonly cut?: true
}

/** One line of what is shown: a field as people call it, beside as much of the message as says it. */
export interface Line {
  /** `/restgjeldssvar/laanliste/laan[2]/saldo`, `/restgjeldssvar/avsender/@id`, `propertyList/status`. Once in a letter. */
  readonly path: string
  readonly depth: number
  /** `group`: it holds others. `end`: where a group ends, and nobody's field. `missing`: it should stand here. */
  readonly kind: 'group' | 'field' | 'end' | 'missing'
  readonly name: string
  /** Null for what is no part of any message. */
  readonly said: Said | null
  /** Which of several equal ones, from 1. */
  readonly number?: number
  readonly value: string
  /** The XML of the line, without indentation. */
  readonly source: string
}

/** Every element begins a line, every attribute has one, and so has the end of what holds others. */
export const linesOf = (root: ShownElement): readonly Line[] =>
  elementLines(root, { path: `/${root.name}`, depth: 0, holder: '' })

interface Where {
  readonly path: string
  readonly depth: number
  readonly holder: string
  readonly number?: number
}

function elementLines(element: ShownElement, { path, depth, holder, number }: Where): readonly Line[] {
  const { name, text = '', children = [], cut } = element
  const attributes = Object.entries(element.attributes ?? {})
  const rest = cut === undefined ? '' : ' …'
  const end = children.length > 0 ? '>' : text === '' ? '/>' : `>${xml(text)}${rest}</${name}>`
  const first: Line = {
    path,
    depth,
    kind: children.length > 0 || (attributes.length > 0 && text === '') ? 'group' : 'field',
    name,
    said: fieldWords(name, holder),
    ...(number === undefined ? {} : { number }),
    value: `${text}${rest}`,
    source: `<${name}${attributes.length === 0 ? end : ''}`,
  }
  const last: Line = { path: `${path}/`, depth, kind: 'end', name, said: null, value: '', source: `</${name}>` }
  return [
    first,
    ...attributes.map(([key, value], at) =>
      attributeLine(key, value, { path, depth, holder: name }, at === attributes.length - 1 ? end : ''),
    ),
    ...numbered(children, path).flatMap((child) =>
      elementLines(child.element, { ...child, depth: depth + 1, holder: name }),
    ),
    ...(children.length > 0 ? [last] : []),
  ]
}

const attributeLine = (name: string, value: string, { path, depth, holder }: Where, end: string): Line => ({
  path: `${path}/@${name}`,
  depth: depth + 1,
  kind: 'field',
  name,
  said: fieldWords(name, holder),
  value,
  source: `${name}="${xml(value)}"${end}`,
})

/** A step has a number where there are several of the name, as in the paths of problems. */
function numbered(children: readonly ShownElement[], holder: string) {
  const counts = Map.groupBy(children, ({ name }) => name)
  const seen = new Map<string, number>()
  return children.map((element) => {
    const number = (seen.get(element.name) ?? 0) + 1
    seen.set(element.name, number)
    const alone = counts.get(element.name)?.length === 1
    const path = `${holder}/${element.name}`
    return alone ? { element, path } : { element, path: `${path}[${number}]`, number }
  })
}
