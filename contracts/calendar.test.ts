import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IsoDate, minusMonths, parseDateTime, parseIsoDate, today } from './calendar.ts'

const problemOf = (result: ReturnType<typeof parseIsoDate> | ReturnType<typeof parseDateTime>) =>
  result.ok ? null : result.error.problem

const isoDay = (text: string): IsoDate => {
  const day = parseIsoDate(text)
  if (!day.ok) throw new Error(`not a day: ${text}`)
  return day.value
}

/** A day from 0001 to 9998, so that months may be taken from it and none falls outside. */
const anyDay = fc
  .date({ min: new Date('0002-01-01T00:00:00Z'), max: new Date('9998-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => isoDay(date.toISOString().slice(0, 10)))

describe('parseIsoDate', () => {
  it.each(['2020-05-07', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parseIsoDate(text)).toEqual({ ok: true, value: text })
  })

  // KI-REQ-014, KI-REQ-015 and KI-FMT-006 name these.
  it.each([
    ['01.01.2025', 'shape'],
    ['2025-1-1', 'shape'],
    ['2020-05-07T00:00:00', 'shape'],
    ['2020-05-07\n', 'shape'],
    ['', 'shape'],
    ['2025-02-30', 'calendar'],
    ['2023-02-29', 'calendar'],
    ['1900-02-29', 'calendar'],
    ['2025-04-31', 'calendar'],
    ['2025-13-01', 'calendar'],
    ['2025-00-10', 'calendar'],
    ['2025-01-00', 'calendar'],
    [20250101, 'not-text'],
    [null, 'not-text'],
  ])('refuses %j: %s', (input, problem) => {
    expect(problemOf(parseIsoDate(input))).toBe(problem)
  })

  it('agrees with the calendar of the platform on every day, month and year', () => {
    const part = (max: number) => fc.integer({ min: 0, max })
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), part(13), part(32), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const platform = new Date(Date.UTC(year, month - 1, day))
        expect(parseIsoDate(text).ok).toBe(platform.toISOString().startsWith(text))
      }),
    )
  })
})

describe('parseDateTime', () => {
  // The forms of Q13 and F9: the documentation shows no zone, Z and bare hours; RFC 3339 asks hours and minutes.
  it.each([
    ['2020-05-07T14:00:00', null],
    ['2020-05-07T14:00:00Z', 0],
    ['2020-05-07T14:00:00+02', 120],
    ['2020-05-07T14:00:00+02:00', 120],
    ['2020-05-07T14:00:00-03:30', -210],
    ['2020-05-07T14:00:00-00:00', 0],
    ['2020-05-07t14:00:00z', 0],
  ])('takes %s', (text, offset) => {
    const instant = offset === null ? null : Date.UTC(2020, 4, 7, 14) - offset * 60_000
    expect(parseDateTime(text)).toEqual({ ok: true, value: { day: '2020-05-07', offset, instant } })
  })

  it('keeps the milliseconds of a fraction of any length', () => {
    const instants = ['.5', '.57', '.579', '.5799999'].map((fraction) => {
      const read = parseDateTime(`1970-01-01T00:00:00${fraction}Z`)
      return read.ok && read.value.instant
    })
    expect(instants).toEqual([500, 570, 579, 579])
  })

  // KI-TRX-021 and KI-BAL-007 name the first three.
  it.each([
    ['20.05.2025', 'shape'],
    ['2025-05-20', 'shape'],
    [1747692000, 'not-text'],
    ['1747692000', 'shape'],
    ['2025-05-20 10:00:00', 'shape'],
    ['2025-05-20T10:00', 'shape'],
    ['2025-05-20T24:00:00', 'shape'],
    ['2025-05-20T10:60:00', 'shape'],
    ['2025-05-20T10:00:00+2', 'shape'],
    ['2025-05-20T10:00:00+0200', 'shape'],
    ['2025-05-20T10:00:00+24:00', 'shape'],
    ['2025-05-20T10:00:00 Z', 'shape'],
    ['2025-05-20T10:00:00.Z', 'shape'],
    ['2025-02-30T10:00:00Z', 'calendar'],
    [undefined, 'not-text'],
  ])('refuses %j: %s', (input, problem) => {
    expect(problemOf(parseDateTime(input))).toBe(problem)
  })

  it('reads back what the platform writes, and every whole-minute offset', () => {
    const minutes = fc.integer({ min: -1439, max: 1439 })
    const instants = fc.date({ min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, minutes, (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1)
        const [hours, rest] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
        const zone = `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
        expect(parseDateTime(local + zone)).toEqual({
          ok: true,
          value: { day: local.slice(0, 10), offset, instant: date.getTime() },
        })
      }),
    )
  })
})

describe('minusMonths', () => {
  it.each([
    ['2025-11-21', 12, '2024-11-21'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2025-02-28', 12, '2024-02-28'],
    ['2025-03-31', 1, '2025-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2025-01-15', 1, '2024-12-15'],
    ['2025-05-31', 11, '2024-06-30'],
    ['2025-05-31', 0, '2025-05-31'],
  ])('%s less %i months is %s (Q24)', (from, months, to) => {
    expect(minusMonths(isoDay(from), months)).toBe(to)
  })

  it('lands in the right month, on the same day number or on the last day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 24 }), (from, months) => {
        const to = minusMonths(from, months)
        expect(parseIsoDate(to).ok).toBe(true)
        const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
        expect(count(from) - count(to)).toBe(months)
        const dayAfter = `${to.slice(0, 8)}${String(Number(to.slice(8)) + 1).padStart(2, '0')}`
        expect(to.slice(8) === from.slice(8) || (to.slice(8) < from.slice(8) && !parseIsoDate(dayAfter).ok)).toBe(true)
      }),
    )
  })

  it('refuses what is no number of months', () => {
    for (const months of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 12 * 2026]) {
      expect(() => minusMonths(isoDay('2025-11-21'), months)).toThrow(RangeError)
    }
  })
})

describe('today', () => {
  it.each([
    ['2026-11-21T22:59:59Z', '2026-11-21'],
    ['2026-11-21T23:00:00Z', '2026-11-22'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-12-31T23:30:00Z', '2027-01-01'],
    ['2024-02-28T23:00:00Z', '2024-02-29'],
  ])('at %s it is %s in Oslo (Q23)', (instant, day) => {
    expect(today(new Date(instant))).toBe(day)
  })

  it('refuses an invalid clock', () => {
    expect(() => today(new Date(Number.NaN))).toThrow(RangeError)
  })
})

it('no parser throws', () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      expect(typeof parseIsoDate(input).ok).toBe('boolean')
      expect(typeof parseDateTime(input).ok).toBe('boolean')
    }),
  )
})
