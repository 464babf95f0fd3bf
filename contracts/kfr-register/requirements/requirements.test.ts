import { describe, expect, it } from 'vitest'
import { register } from '../../register.ts'
import en from './titles.en.json' with { type: 'json' }
import nb from './titles.nb.json' with { type: 'json' }
import { unobservable } from './unobservable.ts'

const rows = register.filter(({ area }) => area === 'kfr-register')
const ids = rows.map(({ id }) => id)

describe('the titles of kfr-register', () => {
  it('exist in both languages for every row, and for nothing else', () => {
    expect(ids).toHaveLength(78)
    expect(Object.keys(en)).toEqual(ids)
    expect(Object.keys(nb)).toEqual(ids)
  })

  it.each(['en', 'nb'] as const)('tell two rows apart, without blanks around them or a full stop (%s)', (language) => {
    const titles = rows.map(({ title }) => title[language])
    expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(titles.length)
    expect(titles.filter((title) => title !== title.trim() || title.endsWith('.'))).toEqual([])
  })
})

describe('rows of kfr-register that no run shows', () => {
  it.each(Object.entries(unobservable))('%s says why, and what to ask for instead', (_id, { reason, evidence }) => {
    expect(reason).toMatch(/\.$/)
    expect(evidence).toMatch(/\.$/)
  })
})
