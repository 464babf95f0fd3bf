import { describe, expect, it } from 'vitest'
import type { LoadWindow } from '../../../../contracts/report/load.ts'
import { times, windowOf } from '../../testing/window.ts'
import { allPlanned } from './planned.ts'

const part = (number: number, changes: Partial<LoadWindow> = {}) =>
  windowOf(times(10, 20), { id: `w${number}`, profile: 'certify', part: { number, of: 3 }, ...changes })
const judged = (...recorded: readonly LoadWindow[]) => {
  let seen: readonly LoadWindow[] | null = null
  const judgement = allPlanned(recorded, 'calm', (windows) => {
    seen = windows
    return []
  })
  return { seen, judgement }
}

describe('windows that were planned', () => {
  it('are judged when all of them are there, and no other', () => {
    const [one, two, three] = [part(1), part(2), part(3)]
    expect(judged(one, two, three, part(4, { name: 'beside-job' })).seen).toEqual([one, two, three])
  })

  it.each([
    [[], /^no window "calm" is on record/],
    [[part(1), part(2)], /^on record: w1 and w2; certify plans 3 windows "calm", and a part is not judged/],
    [[part(1), part(2, { whole: false, n: 40 })], /^on record: w1 and w2 \(10 of 40 requests\); certify plans/],
    [
      [part(1, { part: { number: 1, of: 1 }, whole: false, n: 40 })],
      /^on record: w1 \(10 of 40 requests\); certify plans one window "calm"/,
    ],
  ])('are not judged where some are missing: %#', (recorded, message) => {
    const { seen, judgement } = judged(...recorded)
    expect(seen).toBeNull()
    expect(judgement).toEqual([
      { unjudged: 'inconclusive', reason: 'not-recorded', message: expect.stringMatching(message) },
    ])
  })
})
