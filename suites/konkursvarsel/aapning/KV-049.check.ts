import { given, inconclusive } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { served } from '../../kontrollinformasjon/operations.ts'
import { digitsOf, shownIn } from '../accounts.ts'
import { openings } from '../acts/openings.ts'
import { isLocked } from '../locked.ts'

const expected = { locked: 'disabled', released: 'enabled' } as const

/** Who has declared nothing passes with a lock: an account that escapes without anybody having decided it does not. */
export default defineCheck(import.meta, {
  verifies: 'KV-049',
  needs: ['K46'],
  hooks: ['open-account'],
  ask: async ({ play }) => play(openings),
  judge: ({ target, opened, meanwhile: { added, list } }) => {
    if (added === null || list === null) return inconclusive('not-recorded', 'no account was opened')
    return given(
      [...added.answers(200), ...served(list), ...isLocked({ target, scenes: [opened], debtor: 'K46' })],
      () => {
        const number = digitsOf((added.body as { accountIdentifier?: unknown } | undefined)?.accountIdentifier)
        const shown = shownIn(list).find((one) => one.number === number)
        if (shown === undefined)
          return list.finds(false, {
            what: 'the account that was opened should be shown',
            expected: 'the account',
            at: '/accounts',
          })
        const status = expected[target.konkursvarsel?.policies?.newAccount ?? 'locked']
        return list.finds(shown.status === status, {
          what: 'an account opened during the bankruptcy should be as declared',
          expected: status,
          at: `${shown.at}/status`,
        })
      },
    )
  },
})
