import { all, along, given, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { openings } from '../acts/openings.ts'
import { isLocked } from '../locked.ts'
import type { Use } from '../scene.ts'

/** The account could be used before, so that a "no" means something afterwards. */
const wasUsable = (uses: readonly Use[]): Judgement =>
  uses
    .filter(({ by }) => by === 'owner')
    .flatMap(({ answer }) =>
      answer.finds(allows(answer), { what: 'could be used before', expected: true, at: '/allowed' }),
    )

const allows = ({ body }: Use['answer']) => (body as { allowed?: unknown } | undefined)?.allowed === true

export default defineCheck(import.meta, {
  verifies: 'KV-042',
  needs: ['K46'],
  hooks: ['use'],
  ask: async ({ play }) => play(openings),
  judge: ({ target, before, opened }) =>
    along(all(wasUsable(before.uses), isLocked({ target, scenes: [opened], debtor: 'K46' })), () =>
      all(
        ...opened.uses.map(({ by, answer }) =>
          labelled(
            by,
            given(answer.answers(200), () =>
              answer.finds(!allows(answer), {
                what: 'nobody should be able to pay from a locked account',
                expected: false,
                at: '/allowed',
              }),
            ),
          ),
        ),
      ),
    ),
})
