import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from './json.ts'
import { deepestJson, longestList, mostValues } from './limits.ts'

describe('JSON from a participant', () => {
  it('is what JSON says it is, for every value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(readJson(text)).toMatchObject({ value: JSON.parse(text), duplicateKeys: [] })
      }),
    )
  })

  it('that is none is none, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => text.slice(0, -1)),
        ),
        (text) => {
          const read = readJson(text)
          const value = (() => {
            try {
              return { value: JSON.parse(text) }
            } catch {
              return undefined
            }
          })()
          expect(read).toEqual(value === undefined ? undefined : expect.objectContaining(value))
        },
      ),
    )
  })

  it.each([
    ['{"a":1,"a":2}', ['/a']],
    ['{"a":1,"\\u0061":2}', ['/a']],
    ['{"a":{"b":[0,{"c":1,"d":[1,{"e":1}],"c":2}]}}', ['/a/b/1/c']],
    ['{"a/b":{"~":1,"~":2}}', ['/a~1b/~0']],
    ['[{"a":1},{"a":1}]', []],
    ['{"a":"a","b":"a","c":["a","a"]}', []],
    ['{"a":"\\\\","b":"\\"a\\":","a":1}', ['/a']],
  ])('%s has %j twice', (text, duplicateKeys) => expect(readJson(text)).toMatchObject({ duplicateKeys }))

  it.each([
    ['too-deep', `${'['.repeat(deepestJson + 1)}${']'.repeat(deepestJson + 1)}`],
    ['too-deep', '{"a":'.repeat(100_000)],
    ['too-many-values', `{"a":[${'{},'.repeat(longestList)}0]}`],
    ['too-many-values', `{${'"a":0,'.repeat(mostValues)}"a":0}`],
  ])('is left unread as %s', (unread, text) => expect(readJson(text)).toEqual({ unread }))

  it('is read up to its limits', () => {
    expect(readJson(`${'['.repeat(deepestJson)}${']'.repeat(deepestJson)}`)).toHaveProperty('value')
    expect(readJson(`[${'0,'.repeat(longestList - 1)}0]`)).toHaveProperty('value')
  })

  it('can be written into a text, whatever its members are called', () => {
    const read = readJson('{"a":[{"toString":1,"valueOf":2}]}')
    const value = read !== undefined && 'value' in read ? read.value : undefined
    expect(JSON.stringify(value)).toBe('{"a":[{"toString":1,"valueOf":2}]}')
    expect(`${(value as { a: unknown }).a}`).toBe('[object Object]')
  })
})
