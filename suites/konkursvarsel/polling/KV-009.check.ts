import { given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { firstCall } from '../acts/first-call.ts'
import { asked } from '../delivered.ts'
import { brregOf, isListCall, timeOf } from '../sightings.ts'
import { instantOf } from './watermark.ts'

const hour = 3_600_000
const day = 24 * hour

/** One to fourteen days are expected, other times are noted; from now on, and what is open already is missed. */
export default defineCheck(import.meta, {
  verifies: 'KV-009',
  hooks: ['install'],
  turn: 'first',
  ask: async ({ play }) => play(firstCall),
  judge: ({ installed, polled }) =>
    given(installed.answers(200), () =>
      given(asked(polled), () => {
        const call = polled.calls.find(isListCall)
        if (call === undefined) return asked({ ...polled, calls: [] })
        const { asked: kind, since = '' } = brregOf(call) ?? {}
        if (kind === 'full-list')
          return call.finds(true, { what: 'begins with the full list', expected: null, at: '/path' })
        const age = timeOf(call) - (instantOf(since) ?? Number.POSITIVE_INFINITY)
        const usual = age >= day && age <= 14 * day
        return call.finds(age >= hour, {
          what: usual ? 'begins a few days back' : 'should begin a few days back',
          expected: 'a time of some days ago',
          at: '/brreg/since',
        })
      }),
    ),
})
