import { all, given, inconclusive } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { trouble } from '../acts/trouble.ts'
import { besideOrdinary, isLocked, ordinaryGround } from '../locked.ts'
import { isNoClock } from '../polling/watermark.ts'
import { detailsOf } from '../sightings.ts'

/** Three times the detail cannot be had, and then it can. */
export default defineCheck(import.meta, {
  verifies: 'KV-035',
  needs: ['K42'],
  ask: (doors) => besideOrdinary(doors, trouble),
  judge: ({ target, wellAgain, detail, seen, ordinary }) => {
    const notice = wellAgain.notices.K42
    const failed = detailsOf(seen, notice?.uuid ?? '').find(({ record }) => record.status === 500)
    const ground =
      failed?.finds(true, { what: 'the detail could not be had', expected: null, at: '/status' }) ??
      inconclusive('need-not-met', 'no detail of this notice was asked for')
    return given(
      all(ground, isNoClock(ordinary.seen, target), ordinaryGround({ target, scenes: [ordinary.opened] })),
      () =>
        isLocked({
          target,
          scenes: [wellAgain],
          seenIn: detail,
          debtor: 'K42',
          what: 'a notice whose detail failed should be tried again until it is acted on',
        }),
    )
  },
})
