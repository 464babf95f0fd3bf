import { describe, expect, it } from 'vitest'
import { register } from '../register.ts'
import type { Implication } from '../relations.ts'
import type { Area, Requirement } from '../requirement.ts'

/** What holds of the requirements of every area, asked in each area's own test. */
interface RowsOfArea {
  readonly area: Area
  readonly count: number
  readonly titles: Readonly<Record<'en' | 'nb', object>>
  /** Nothing where no row says anything of another. */
  readonly implies?: readonly Implication[]
  readonly unobservable: Readonly<Record<string, { readonly reason: string; readonly evidence: string }>>
}

export const rowsOf = (area: Area): readonly Requirement[] => register.filter((row) => row.area === area)

export const repeated = (texts: readonly string[]): readonly string[] =>
  [...Map.groupBy(texts, (text) => text.toLowerCase())].filter(([, found]) => found.length > 1).map(([text]) => text)

export function holdRows({ area, count, titles: { en, nb }, implies = [], unobservable }: RowsOfArea): void {
  const rows = rowsOf(area)
  const ids = rows.map(({ id }) => id)

  describe(`the titles of ${area}`, () => {
    it('exist in both languages for every row, and for nothing else', () => {
      expect(ids).toHaveLength(count)
      expect(Object.keys(en)).toEqual(ids)
      expect(Object.keys(nb)).toEqual(ids)
    })

    it.each(['en', 'nb'] as const)(
      'tell two rows apart, without blanks around them or a full stop (%s)',
      (language) => {
        const titles = rows.map(({ title }) => title[language])
        expect(repeated(titles)).toEqual([])
        expect(titles.filter((title) => title !== title.trim() || title.endsWith('.'))).toEqual([])
      },
    )

    it('keep the words of the interface in both languages', () => {
      const words = (text: string) => (text.match(/`[^`]+`/g) ?? []).sort()
      const differing = rows.filter(({ title }) => `${words(title.en)}` !== `${words(title.nb)}`)
      expect(differing.map(({ id }) => id)).toEqual([])
    })
  })

  it(`the relations of ${area} are written once each, and say why`, () => {
    const edges = implies.flatMap(({ these, imply }) => these.flatMap((from) => imply.map((to) => `${from} ${to}`)))
    expect(repeated(edges)).toEqual([])
    expect(implies.filter(({ why }) => why.trim() === '')).toEqual([])
  })

  const unseen = Object.entries(unobservable)
  if (unseen.length > 0)
    it.each(unseen)('%s, which nobody can see, says why, and what to ask for instead', (_id, { reason, evidence }) => {
      expect(reason).toMatch(/\.$/)
      expect(evidence).toMatch(/\.$/)
    })
}
