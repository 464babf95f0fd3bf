import type { FixtureName } from '../../../contracts/fixtures.ts'
import type { PartyState } from '../../../contracts/hooks/protocol.ts'
import { along, given, inconclusive, type Judgement, notApplicable } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { haveStatus, shownIn, unchanged } from '../accounts.ts'
import { openings } from '../acts/openings.ts'
import { delivered } from '../delivered.ts'
import { isLocked } from '../locked.ts'

/** Reading: oppheving-is-decided. */

type Evidence = Awaited<ReturnType<typeof openings.play>>

const row = (verifies: string, needs: readonly FixtureName[], judge: (evidence: Evidence) => Judgement): Check =>
  defineCheck(import.meta, { verifies, needs, hooks: ['state'], ask: async ({ play }) => play(openings), judge })

const wasTold = ({ target, opened, later }: Evidence, judge: () => Judgement): Judgement =>
  along(isLocked({ target, scenes: [opened], debtor: 'K19' }), () =>
    along(delivered([later], later.notices['K19 oppheving']), judge),
  )

function isDecided({ target, later }: Evidence): Judgement {
  const state = later.states.K19
  const what = 'a decision on the oppheving should be recorded, or show'
  if (state === undefined) return inconclusive('not-recorded', 'the state of K19 was not asked for')
  return given(state.answers(200), () => {
    const { recorded } = (state.body ?? {}) as Partial<PartyState>
    const uuid = later.notices['K19 oppheving']?.uuid
    const at = recorded?.findIndex((one) => one.uuid === uuid) ?? -1
    if (at >= 0) {
      const decided = recorded?.[at]?.decision
      const isOne = decided !== 'not-understood'
      return state.finds(isOne, {
        what,
        expected: ['reopened', 'kept', 'by-hand', 'noted'],
        at: `/recorded/${at}/decision`,
      })
    }
    const isOpened = shownIn(state).some(({ status }) => status === 'enabled')
    if (isOpened) return state.finds(true, { what, expected: null, at: '/accounts/0/status' })
    const isKept = recorded !== undefined || target.konkursvarsel?.policies?.oppheving === 'reopens'
    return isKept
      ? state.finds(false, { what, expected: `a decision about ${uuid}`, at: '/recorded' })
      : inconclusive('need-not-met', `${state.exchange.id} keeps no record, and the accounts are as they were`)
  })
}

const outcome = { reopens: 'enabled', keeps: 'disabled', 'by-hand': 'disabled' } as const

export default [
  row('KV-059', ['K19'], (evidence) => wasTold(evidence, () => isDecided(evidence))),
  row('KV-060', ['K4'], ({ opened, later }) =>
    along(delivered([later], later.notices['K4 oppheving']), () =>
      unchanged(opened.states.K4, later.states.K4, 'an oppheving should lock nothing that was open'),
    ),
  ),
  row('KV-061', ['K19'], (evidence) => {
    const { target, later } = evidence
    const policy = target.konkursvarsel?.policies?.oppheving
    if (policy === undefined) return notApplicable('capability-absent', 'no policy for oppheving is declared')
    return wasTold(evidence, () =>
      haveStatus(later.states.K19, {
        party: target.fixtures.K19,
        status: [outcome[policy]],
        what: `an account should be as the declared policy says (${policy})`,
      }),
    )
  }),
]
