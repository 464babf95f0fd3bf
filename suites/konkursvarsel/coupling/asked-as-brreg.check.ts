import type { FixtureName } from '../../../contracts/fixtures.ts'
import { all, given, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import type { Act } from '../../kit/run/act.ts'
import { type Check, type CheckDefinition, defineCheck } from '../../kit/run/check.ts'
import { served } from '../../kontrollinformasjon/operations.ts'
import { openings } from '../acts/openings.ts'
import { delivered } from '../delivered.ts'
import { isLocked } from '../locked.ts'

/** What the account interface makes of notices that came by this run. */

type Evidence = Awaited<ReturnType<typeof openings.play>>

const row = <Seen>(
  verifies: string,
  needs: readonly FixtureName[],
  act: Act<Seen>,
  judge: (seen: Seen) => Judgement,
  more: Pick<CheckDefinition<unknown>, 'hooks' | 'turn'> = {},
): Check => defineCheck(import.meta, { verifies, needs, ask: async ({ play }) => play(act), judge, ...more })

const boundary = ({ target, opened, boundaries }: Evidence, name: 'K26' | 'K49'): Judgement => {
  const pair = boundaries[name]
  if (pair === undefined) return []
  return given(isLocked({ target, scenes: [opened], debtor: name }), () =>
    labelled(
      name,
      all(
        labelled('twelve months', pair.within.answers(200)),
        labelled('one day more', pair.before.refuses({ status: 400, tolerated: [{ status: 403 }] })),
      ),
    ),
  )
}

export default [
  // K8 was asked about before, in vain; the answer must not be kept.
  row('KV-068', ['K46', 'K8'], openings, ({ opened }) =>
    all(
      ...(['K46', 'K8'] as const).map((debtor) =>
        given(delivered([opened], opened.notices[debtor]), () => {
          const list = opened.lists[debtor]
          return list === undefined ? [] : labelled(debtor, served(list))
        }),
      ),
    ),
  ),
  row('KV-069', ['K26'], openings, (evidence) => boundary(evidence, 'K26')),
  row('KV-070', ['K49'], openings, (evidence) => boundary(evidence, 'K49')),
]
