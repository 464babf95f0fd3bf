import type { Requirement } from '../contracts/requirement.ts'

/** What a report says of a requirement beside its verdict; a row of the register fits. */
export type Described = Pick<Requirement, 'title' | 'section'> & Partial<Pick<Requirement, 'source' | 'document'>>

/** Looks a requirement up; undefined when nobody knows the id. */
export type Titles = (id: string) => Described | undefined

/** A report of another version may name requirements that this one does not know: the id stands alone then. */
export function describe(titles: Titles, id: string): Described {
  return titles(id) ?? { title: { en: id, nb: id }, section: '' }
}
