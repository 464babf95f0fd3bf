import { describe, expect, it } from 'vitest'
import { register, requirement } from '../../register.ts'
import { implies } from './relations.ts'
import en from './titles.en.json' with { type: 'json' }
import nb from './titles.nb.json' with { type: 'json' }
import { unobservable } from './unobservable.ts'

const rows = register.filter(({ area }) => area === 'konkursvarsel')
const ids = rows.map(({ id }) => id)
const repeated = (texts: readonly string[]) =>
  [...Map.groupBy(texts, (text) => text.toLowerCase())].filter(([, found]) => found.length > 1).map(([text]) => text)

describe('the titles of konkursvarsel', () => {
  it('exist in both languages for every row, and for nothing else', () => {
    expect(ids).toHaveLength(74)
    expect(Object.keys(en)).toEqual(ids)
    expect(Object.keys(nb)).toEqual(ids)
  })

  it.each(['en', 'nb'] as const)('tell two rows apart, without blanks around them or a full stop (%s)', (language) => {
    const titles = rows.map(({ title }) => title[language])
    expect(repeated(titles)).toEqual([])
    expect(titles.filter((title) => title !== title.trim() || title.endsWith('.'))).toEqual([])
  })

  it('keep the words of the interface in both languages', () => {
    const words = (text: string) => (text.match(/`[^`]+`/g) ?? []).sort()
    const differing = rows.filter(({ title }) => `${words(title.en)}` !== `${words(title.nb)}`)
    expect(differing.map(({ id }) => id)).toEqual([])
  })
})

describe('the relations of konkursvarsel', () => {
  it.each([
    ['KV-067', 'KI-KON-023'],
    ['KV-071', 'KI-KON-025'],
  ])('%s takes the verdict of %s', (one, other) => expect(requirement(one)?.sameAs).toEqual([other]))

  it('are written once each, and say why', () => {
    const edges = implies.flatMap(({ these, imply }) => these.flatMap((from) => imply.map((to) => `${from} ${to}`)))
    expect(repeated(edges)).toEqual([])
    expect(implies.filter(({ why }) => why.trim() === '')).toEqual([])
  })
})

describe('rows that nobody can see', () => {
  it.each(Object.entries(unobservable))('%s says why, and what to ask for instead', (_id, { reason, evidence }) => {
    expect(reason).toMatch(/\.$/)
    expect(evidence).toMatch(/\.$/)
  })
})
