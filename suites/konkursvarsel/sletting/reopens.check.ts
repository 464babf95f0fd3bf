import type { FixtureName } from '../../../contracts/fixtures.ts'
import type { HookName } from '../../../contracts/hooks/protocol.ts'
import { all, along, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { digitsOf, haveStatus } from '../accounts.ts'
import { bostyrer } from '../acts/bostyrer.ts'
import { openings } from '../acts/openings.ts'
import { delivered } from '../delivered.ts'
import { isLocked } from '../locked.ts'
import { areOpen, type Evidence, slettingWorks, wasTakenBack } from './reopens.ts'

/** What a sletting opens again, and what it leaves as it is. Seen by the state probe (reading: sletting-after-refusal). */
const row = (
  verifies: string,
  needs: readonly FixtureName[],
  judge: (evidence: Evidence) => Judgement,
  hooks: readonly HookName[] = ['state'],
): Check => defineCheck(import.meta, { verifies, needs, hooks, ask: async ({ play }) => play(openings), judge })

/** One account of K16, after everything else of it was opened. */
function ofK16(evidence: Evidence, number: string | undefined, status: readonly string[], what: string): Judgement {
  const { target, later } = evidence
  if (number === undefined) return inconclusive('fixture-missing', 'K16 has no such account')
  return along(slettingWorks(evidence), () =>
    wasTakenBack(evidence, 'K16', () =>
      haveStatus(later.states.K16, {
        party: target.fixtures.K16,
        status,
        what,
        only: (one) => one === digitsOf(number),
      }),
    ),
  )
}

export default [
  defineCheck(import.meta, {
    verifies: 'KV-051',
    needs: ['K55', 'K16'],
    hooks: ['state'],
    uses: ['K1'],
    ask: async ({ play, target }) => ({
      evidence: await play(openings),
      story: target.fixtures.K1 === undefined ? null : await play(bostyrer),
    }),
    judge: ({ evidence, story }) => {
      const what = 'what the opening locked should be enabled again'
      return all(
        ...(['K55', 'K16'] as const).map((debtor) =>
          wasTakenBack(evidence, debtor, () => areOpen(evidence, debtor, evidence.later.states[debtor], what)),
        ),
        story === null
          ? []
          : along(
              all(
                isLocked({ target: story.target, scenes: [story.opened], debtor: 'K1' }),
                delivered([story.deleted], story.deleted.notices.sletting),
              ),
              () => areOpen(evidence, 'K1', story.deleted.states.K1, what),
            ),
      )
    },
  }),
  row('KV-052', ['K55', 'K16'], (evidence) => {
    const blocked = evidence.target.fixtures.K16?.accounts?.find((one) => one.blocked === true)
    const what = 'what was blocked for another reason should stay blocked'
    return ofK16(evidence, blocked?.accountIdentifier, ['disabled'], what)
  }),
  row(
    'KV-053',
    ['K55', 'K16'],
    (evidence) => {
      const { closed, closing } = evidence.meanwhile
      return given(closed?.answers(200) ?? inconclusive('fixture-missing', 'K16 has no account to close'), () =>
        ofK16(evidence, closing ?? undefined, ['deleted', 'disabled'], 'what was closed meanwhile should stay closed'),
      )
    },
    ['state', 'close-account'],
  ),
  row('KV-054', ['K55', 'K17'], (evidence) => {
    const { later } = evidence
    return along(
      all(
        slettingWorks(evidence),
        delivered([later], later.notices.K17),
        delivered([later], later.notices['K17 sletting']),
      ),
      () => areOpen(evidence, 'K17', later.states.K17, 'opened and deleted in one answer should end open'),
    )
  }),
  row('KV-055', ['K54'], (evidence) => {
    const { later, again } = evidence
    const before = wasTakenBack(evidence, 'K54', () =>
      areOpen(evidence, 'K54', later.states.K54, 'the sletting opens the accounts'),
    )
    return along(all(before, delivered([again], again.notices['again K54'])), () =>
      areOpen(evidence, 'K54', again.states.K54, 'the old opening delivered again should lock nothing'),
    )
  }),
  row('KV-058', ['K10', 'K11'], (evidence) => {
    const { target, opened, later } = evidence
    const wasLocked = haveStatus(opened.states.K11, {
      party: target.fixtures.K11,
      status: ['disabled'],
      what: 'was locked with its owner',
    })
    const owner = wasTakenBack(evidence, 'K10', () =>
      areOpen(evidence, 'K10', later.states.K10, 'the owner’s accounts are open'),
    )
    return along(all(wasLocked, owner), () =>
      areOpen(evidence, 'K11', later.states.K11, 'the sole proprietorship should be opened with its owner'),
    )
  }),
]
