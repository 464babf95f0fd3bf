import type { Sighting } from '../../kit/ask/witness.ts'
import { inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { quiet } from '../acts/quiet.ts'
import { isListCall, isServed, timeOf } from '../sightings.ts'

/** How often the participant asks when nobody asks it to. */

type Evidence = Awaited<ReturnType<typeof quiet.play>>

const minute = 60_000
/** A quarter of an hour, and two minutes for whoever is a little late. */
const longest = 17 * minute

function oftenEnough({ waits, isMoved, intervalMs }: Evidence): Judgement {
  const calls = waits.map(({ scene }) => scene.polled.calls.find(isListCall))
  const what = 'should ask again within a quarter of an hour'
  if (isMoved)
    return calls.flatMap((call) =>
      call === undefined
        ? inconclusive('no-traffic', 'nothing was asked for within the declared interval')
        : call.finds(intervalMs <= longest, { what, expected: 'at most 17 minutes after the call before', at: '/at' }),
    )
  return pairs(calls.filter((call) => call !== undefined)).flatMap(([before, call]) =>
    call.finds(timeOf(call) - timeOf(before) <= longest, {
      what,
      expected: `by ${iso(timeOf(before) + longest)}`,
      at: '/at',
    }),
  )
}

function notTooOften({ hurried, waits }: Evidence): Judgement {
  const what = 'should not ask more than once a minute for long'
  const calls = waits.flatMap(({ scene }) => scene.polled.calls.filter(isServed))
  const last = calls.at(-1)
  if (last === undefined) return inconclusive('no-traffic', 'no list was asked for')
  if (hurried !== null) {
    const [, , third] = hurried
    const whole = last.finds(true, { what, expected: null, at: '/at' })
    return third === undefined
      ? whole
      : third.finds(false, { what, expected: 'no third call in one minute', at: '/at' })
  }
  const gaps = pairs(calls)
  const isHurried = gaps.length > 1 && gaps.every(([before, call]) => timeOf(call) - timeOf(before) < minute)
  return last.finds(!isHurried, { what, expected: 'a minute after the call before', at: '/at' })
}

const pairs = (calls: readonly Sighting[]): readonly (readonly [Sighting, Sighting])[] =>
  calls.slice(1).map((call, index) => [calls[index] as Sighting, call] as const)

const iso = (at: number) => new Date(at).toISOString()

const row = (verifies: string, judge: (evidence: Evidence) => Judgement): Check =>
  defineCheck(import.meta, {
    verifies,
    turn: 'early',
    ask: async ({ play }) => play(quiet),
    judge: (evidence) => {
      const judged = judge(evidence)
      return judged.length === 0 ? inconclusive('too-few-samples', 'two calls are needed to see a pace') : judged
    },
  })

export default [row('KV-016', oftenEnough), row('KV-017', notTooOften)]
