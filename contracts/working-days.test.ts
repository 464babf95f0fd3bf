import { expect, it } from 'vitest'
import type { IsoDate } from './calendar.ts'
import { isWorkingDay, osloInstant } from './working-days.ts'

it.each([
  ['2026-01-01', false],
  ['2026-01-02', true],
  ['2026-01-03', false],
  ['2026-04-01', true],
  ['2026-04-02', false],
  ['2026-04-03', false],
  ['2026-04-06', false],
  ['2026-04-07', true],
  ['2026-05-01', false],
  ['2026-05-14', false],
  ['2026-05-25', false],
  ['2026-12-24', true],
  ['2026-12-25', false],
  // Easter is as late as it can be, and then as early as it has been for long.
  ['2038-04-26', false],
  ['2008-03-24', false],
  ['2018-06-09', false],
  ['2018-06-08', true],
] as const)('%s: %s', (day, expected) => expect(isWorkingDay(day as IsoDate)).toBe(expected))

it.each([
  ['2026-01-15', '08:00', '2026-01-15T07:00:00.000Z'],
  ['2026-07-15', '15:45', '2026-07-15T13:45:00.000Z'],
  ['2026-03-29', '08:00', '2026-03-29T06:00:00.000Z'],
  ['2026-10-25', '08:00', '2026-10-25T07:00:00.000Z'],
] as const)('%s %s in Oslo is %s', (day, time, instant) =>
  expect(new Date(osloInstant(day as IsoDate, time)).toISOString()).toBe(instant),
)
