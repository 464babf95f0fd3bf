import { all, given, inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import type { Target } from '../../kit/target.ts'
import { quiet, type Wait } from '../acts/quiet.ts'
import { asked } from '../delivered.ts'
import { besideOrdinary, isLocked, ordinaryGround } from '../locked.ts'
import type { Polled } from '../poll.ts'
import { brregOf, isListCall } from '../sightings.ts'
import { instantOf, isNoClock, isoOf } from './watermark.ts'

/** Over a rendering that nobody has confirmed a bank may stumble (reading: empty-list). */
const weightOf = ({ konkursvarsel }: Target, form: Wait['form']) =>
  konkursvarsel?.confirmedEmptyList === form ? 'breach' : 'tolerated'

/** Who asks from further back than needed may get old notices once more, and then was not told "nothing". */
const wasEmpty = ({ scene }: Wait): boolean => {
  const call = scene.polled.calls.findLast(isListCall)
  return (call === undefined ? 0 : (brregOf(call)?.served?.count ?? 0)) === 0
}

/** After an empty list the next call comes as usual, and from no later than before. */
function goesOn(target: Target, { form, scene }: Wait, next: Polled): Judgement {
  const weight = weightOf(target, form)
  const before = scene.polled.calls.findLast(isListCall)
  if (before === undefined) return asked(scene.polled)
  const after = next.calls.find(isListCall)
  if (after === undefined)
    return next.by.finds(false, {
      what: 'should ask again as usual after an empty list',
      weight,
      expected: true,
      at: 'exchange' in next.by ? 'status' : '/outcome/met',
    })
  const limit = instantOf(brregOf(before)?.since ?? '')
  const instant = instantOf(brregOf(after)?.since ?? '')
  return after.finds(limit === null || instant === null || instant <= limit, {
    what: 'should ask from where it asked before the empty list',
    weight,
    expected: limit === null ? null : `at most ${isoOf(limit)}`,
    at: '/brreg/since',
  })
}

export default defineCheck(import.meta, {
  verifies: 'KV-018',
  needs: ['K60'],
  turn: 'early',
  ask: (doors) => besideOrdinary(doors, quiet, 'act-first'),
  judge: ({ target, waits, interrupted, news, ordinary }) =>
    given(all(isNoClock(ordinary.seen, target), asked(waits[0]?.scene.polled ?? news.polled)), () =>
      all(
        waits.some(wasEmpty) ? [] : inconclusive('need-not-met', 'no list was empty'),
        ...waits.map((wait, index) =>
          wasEmpty(wait)
            ? labelled(wait.form, goesOn(target, wait, waits[index + 1]?.scene.polled ?? interrupted.polled))
            : [],
        ),
        given(all(asked(news.polled), ordinaryGround({ target, scenes: [ordinary.opened] })), () =>
          isLocked({ target, scenes: [news], debtor: 'K60', what: 'news after empty lists should be acted on' }),
        ),
      ),
    ),
})
