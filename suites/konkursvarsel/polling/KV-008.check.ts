import { defineCheck } from '../../kit/run/check.ts'
import { quiet } from '../acts/quiet.ts'

/** Two waits of one declared interval each, in which nobody asked the participant for anything. */
export default defineCheck(import.meta, {
  verifies: 'KV-008',
  turn: 'early',
  ask: async ({ play }) => play(quiet),
  judge: ({ waits, intervalMs }) =>
    waits.slice(0, 2).flatMap(({ scene: { polled } }) => {
      const what = `should ask for news by itself within ${intervalMs / 1000} s`
      const [call] = polled.calls
      if (call !== undefined) return call.finds(true, { what, expected: null, at: '/at' })
      return polled.by.finds(false, { what, expected: true, at: 'exchange' in polled.by ? 'status' : '/outcome/met' })
    }),
})
