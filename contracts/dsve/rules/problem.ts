import type { Weight } from '../../report/verdict.ts'
import type { XmlElement } from '../xml/markup.ts'

/** One thing that is not as the catalogue has it: which row, where, what was expected and what stood there. */
export interface Problem {
  readonly requirement: string
  readonly weight: Weight
  /** In the reply's XML `/restgjeldssvar/laanliste/laan[2]/saldo`; else `propertyList/status`, `archive/<name>`, `transfer/sender`. */
  readonly path: string
  /** Of the XML; null for what is no XML. */
  readonly line: number | null
  readonly expected: string
  readonly actual: string
}

/** Where a problem is: an element, something missing in one (`within(laan, 'saldo')`), or a path outside the XML. */
export type Place = string | Pick<XmlElement, 'path' | 'line'>

export const within = ({ path, line }: XmlElement, name: string): Place => ({ path: `${path}/${name}`, line })

const of =
  (weight: Weight) =>
  (requirement: string, place: Place, expected: string, actual: string): Problem => ({
    requirement,
    weight,
    path: typeof place === 'string' ? place : place.path,
    line: typeof place === 'string' ? null : place.line,
    expected,
    actual: actual.length > 200 ? `${actual.slice(0, 200)} …` : actual,
  })

/** Not as required. */
export const breach = of('breach')
/** Not as required, and a document leaves room for it. */
export const tolerated = of('tolerated')
/** Seen, and in order. */
export const note = of('note')
