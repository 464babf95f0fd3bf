import { describe, expect, it } from 'vitest'
import { register } from '../contracts/register.ts'
import { sectionSaid, sectionWords } from './section-words.ts'

const sections = new Set(register.map(({ section }) => section))

describe('the headings of the catalogues', () => {
  it('all have words in both languages, and no others have', () =>
    expect(Object.keys(sectionWords).toSorted()).toEqual([...sections].toSorted()))

  it('that nobody knows stand as they are', () =>
    expect(sectionSaid('Of another version')).toEqual({ nb: 'Of another version', en: 'Of another version' }))
})
