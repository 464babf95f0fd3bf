import { given, inconclusive } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { trouble } from '../acts/trouble.ts'
import { asked } from '../delivered.ts'
import { isListCall } from '../sightings.ts'

/** Brreg says for how long it wants to be left alone, and is watched for the most of that time. */
export default defineCheck(import.meta, {
  verifies: 'KV-021',
  ask: async ({ play }) => play(trouble),
  judge: ({ scenes: [first], window, seen }) => {
    if (first === undefined || window === null) return inconclusive('not-recorded', 'nothing was watched')
    return given(asked(first.polled), () => {
      const what = 'should leave Brreg alone for as long as Retry-After says'
      const calls = seen.filter(isListCall)
      const early = calls.slice(window.before, window.after)
      const last = calls[window.before - 1]
      if (early.length > 0)
        return early.flatMap((call) => call.finds(false, { what, expected: window.until, at: '/at' }))
      return last === undefined ? asked(first.polled) : last.finds(true, { what, expected: window.until, at: '/at' })
    })
  },
})
