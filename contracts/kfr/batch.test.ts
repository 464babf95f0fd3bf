import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type IsoDate } from '../calendar.ts'
import { createListReader, type Entry, readElement, writeElement, writeList } from './batch/grammar.ts'
import { beginsWith, boundaryIn, endsWith, writeForm } from './batch/multipart.ts'
import { publishedForm, publishedList } from './batch/published.ts'

const customer = fc.stringMatching(/^(?:\d{9}|\d{11})$/)
const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1950-01-01' as IsoDate, count))
const entry = fc.record({ customer, since: fc.option(day) })

/** Everything that a reader tells, the text cut where the cuts are. */
function readIn(text: string, cuts: readonly number[]) {
  const entries: Entry[] = []
  const reader = createListReader((one) => entries.push(one))
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((one, other) => one - other), text.length]
  for (const [index, place] of places.entries()) reader.push(text.slice(places[index - 1] ?? 0, place))
  return { entries, wrong: reader.end() }
}

describe('the list of a batch', () => {
  it('reads what it writes, wherever the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 40 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        (all, cuts) => {
          expect(readIn(`${writeList(all)} \r\n`, cuts)).toEqual({ entries: all, wrong: null })
        },
      ),
    )
  })

  it.each([
    ['12345678', 'KFR-005'],
    ['1234567890', 'KFR-005'],
    ['123456789012', 'KFR-005'],
    ['12345678a', 'KFR-005'],
    ['', 'KFR-005'],
    ['#2019-01-01', 'KFR-005'],
    ['customer', 'KFR-005'],
    ['１２３４５６７８９', 'KFR-005'],
    ['123456789#08.11.2019', 'KFR-010'],
    ['123456789#2019-13-01', 'KFR-010'],
    ['123456789#2019-02-30', 'KFR-010'],
    ['123456789#', 'KFR-010'],
    ['123456789# 2019-01-01', 'KFR-010'],
    ['123456789#2019-01-01#', 'KFR-010'],
  ])('refuses %s with %s', (element, problem) => expect(readElement(element)).toEqual({ problem }))

  it('says which element was wrong first, and tells nothing after it', () => {
    expect(readIn('123456789,x,987654321,y', [])).toEqual({
      entries: [{ customer: '123456789', since: null }],
      wrong: { problem: 'KFR-005', element: 2 },
    })
    expect(readIn('', []).wrong).toEqual({ problem: 'KFR-005', element: 1 })
    expect(readIn('123456789,', []).wrong).toEqual({ problem: 'KFR-005', element: 2 })
    expect(readIn(`123456789${' '.repeat(5000)}`, []).wrong).not.toBeNull()
  })

  it('knows the published example', () => {
    const { entries, wrong } = readIn(`${publishedList} `, [])
    expect(wrong).toBeNull()
    expect(entries.map(writeElement).join()).toBe(publishedList)
    expect(entries).toHaveLength(6)
  })
})

describe('the form of a batch', () => {
  it.each([
    ['multipart/form-data; boundary=abc', { is: 'bare', text: 'abc' }],
    ['Multipart/Form-Data;BOUNDARY=abc;charset=utf-8', { is: 'bare', text: 'abc' }],
    ['multipart/form-data; boundary="abc"', { is: 'quoted', text: 'abc' }],
    ['multipart/form-data', { is: 'missing' }],
    ['multipart/form-data; boundary=', { is: 'missing' }],
    [`multipart/form-data; boundary=${'x'.repeat(71)}`, { is: 'missing' }],
    ['multipart/form-data; boundary=æ', { is: 'missing' }],
    ['application/json', { is: 'other-type' }],
    [undefined, { is: 'other-type' }],
  ])('of %s has the boundary %j', (type, expected) => expect(boundaryIn(type)).toEqual(expected))

  it.each([
    ['ours', writeForm({ list: '123456789', boundary: 'abc' }), 'abc'],
    ['the published one', publishedForm, '873380600719114776488944'],
  ])('of %s begins and ends with its boundary', (_whose, { contentType, body }, text) => {
    expect(boundaryIn(contentType)).toEqual({ is: 'bare', text })
    expect([beginsWith(text, body), endsWith(text, body.subarray(-200))]).toEqual([true, true])
    expect([beginsWith(`${text}x`, body), endsWith(`${text}x`, body)]).toEqual([false, false])
    expect(endsWith(text, body.subarray(0, -4))).toBe(false)
    expect(beginsWith(text, Buffer.concat([Buffer.from('\r\n'), body]))).toBe(true)
    expect(beginsWith(text, Buffer.concat([Buffer.from('text\r\n'), body]))).toBe(false)
  })
})
