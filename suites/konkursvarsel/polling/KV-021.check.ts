import { given, inconclusive } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { trouble } from '../acts/trouble.ts'
import { asked } from '../delivered.ts'
import { isListCall, timeOf } from '../sightings.ts'

/** Brreg says for how long it wants to be left alone, and is watched for the most of that time. */
export default defineCheck(import.meta, {
  verifies: 'KV-021',
  ask: async ({ play }) => play(trouble),
  judge: ({ scenes, window, seen }) => {
    const first = scenes.find(({ name }) => name === 'list-503')
    if (first === undefined || window === null) return inconclusive('not-recorded', 'nothing was watched')
    return given(asked(first.polled), () => {
      const what = 'should leave Brreg alone for as long as Retry-After says'
      const failed = first.polled.calls.find(({ record }) => record.status === 503)
      if (failed === undefined) return inconclusive('need-not-met', 'no list call met the 503 with its Retry-After')
      const from = timeOf(failed)
      const early = seen.filter((one) => isListCall(one) && timeOf(one) >= from && timeOf(one) < from + window.withinMs)
      const others = early.filter(({ record }) => record.id !== failed.record.id)
      const expected = `not before ${new Date(from + window.withinMs).toISOString()}`
      return others.length === 0
        ? failed.finds(true, { what, expected: null, at: '/at' })
        : others.flatMap((call) => call.finds(false, { what, expected, at: '/at' }))
    })
  },
})
