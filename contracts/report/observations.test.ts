import { expect, it } from 'vitest'
import { allInOrder, observationsIn } from './observations.ts'

it.each([0, 1, 2, 664])('what is said of %i observations tells how many there were', (count) =>
  expect(observationsIn(allInOrder(count))).toBe(count),
)

it.each(['', 'because of no-traffic', '1 observations, all in order', '2 observations, all in order (x1)'])(
  '"%s" tells of none',
  (message) => expect(observationsIn(message)).toBeNull(),
)
