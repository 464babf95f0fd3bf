import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import { all, along, type Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { unchanged } from '../accounts.ts'
import { openings } from '../acts/openings.ts'
import { delivered } from '../delivered.ts'
import { isLocked, ordinaryGround } from '../locked.ts'

/** Whose accounts a notice does not concern, although something ties them to the debtor. */

type Evidence = Awaited<ReturnType<typeof openings.play>>

interface Tie {
  readonly verifies: string
  readonly untouched: KonkursFixture
  readonly debtor: KonkursFixture
  readonly what: string
}

const ties: readonly Tie[] = [
  { verifies: 'KV-031', untouched: 'K4', debtor: 'K5', what: 'a namesake of the debtor should stay as it was' },
  {
    verifies: 'KV-043',
    untouched: 'K7',
    debtor: 'K6',
    what: 'an account that the debtor disposes of should stay as it was',
  },
  {
    verifies: 'KV-044',
    untouched: 'K9',
    debtor: 'K8',
    what: 'accounts of whoever owns and runs the company should stay as they were',
  },
  { verifies: 'KV-047', untouched: 'K15', debtor: 'K14', what: 'the account of the estate should stay as it was' },
]

const ground = ({ target, opened }: Evidence, { debtor }: Tie): Judgement =>
  // K5 is no customer: nothing of it can be locked.
  debtor === 'K5'
    ? all(delivered([opened], opened.notices.K5), ordinaryGround({ target, scenes: [opened] }))
    : isLocked({ target, scenes: [opened], debtor })

const row = (tie: Tie): Check =>
  defineCheck(import.meta, {
    verifies: tie.verifies,
    needs: [tie.untouched, tie.debtor],
    hooks: ['state'],
    ask: async ({ play }) => play(openings),
    judge: (evidence) =>
      along(ground(evidence, tie), () =>
        unchanged(evidence.before.states[tie.untouched], evidence.opened.states[tie.untouched], tie.what),
      ),
  })

export default ties.map(row)
