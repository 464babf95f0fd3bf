import { all, given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { openings } from '../acts/openings.ts'
import { asked } from '../delivered.ts'
import { isLocked, noticeIn, ordinaryGround } from '../locked.ts'
import { carries } from '../sightings.ts'

export default defineCheck(import.meta, {
  verifies: 'KV-011',
  needs: ['K34', 'K46'],
  ask: async ({ play }) => play(openings),
  judge: ({ target, opened, again }) =>
    given(all(ordinaryGround({ target, scenes: [opened] }), asked(again.polled)), () => {
      const uuid = noticeIn([again], 'K34')?.uuid ?? ''
      const call = again.polled.calls.at(-1)
      if (call === undefined || again.polled.calls.some((one) => carries(one, uuid)))
        return isLocked({
          target,
          scenes: [again],
          debtor: 'K34',
          what: 'a notice that was published late should be acted on',
        })
      return call.finds(false, {
        what: `should ask for the notice ${uuid}, registered before the last call and published after it`,
        expected: `at most ${noticeIn([again], 'K34')?.registreringstidspunkt}`,
        at: '/brreg/since',
      })
    }),
})
