import type { FixtureName } from '../../../contracts/fixtures.ts'
import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import { all, along, given, type Judgement } from '../../kit/judge/judgement.ts'
import type { Act } from '../../kit/run/act.ts'
import { type Check, type CheckDefinition, defineCheck } from '../../kit/run/check.ts'
import { bostyrer } from '../acts/bostyrer.ts'
import { outage } from '../acts/clocked.ts'
import { openings } from '../acts/openings.ts'
import { quiet } from '../acts/quiet.ts'
import { asked, delivered } from '../delivered.ts'
import { besideOrdinary, isAnyLocked, isLocked, onOrdinary, ordinaryGround } from '../locked.ts'
import { isMatched } from '../matching/matched.ts'
import { isNoClock } from '../polling/watermark.ts'

/** Who is to be locked, and how it is asked for: rows that differ in the debtor and in the ground that they stand on. */

type More = Pick<CheckDefinition<unknown>, 'hooks' | 'turn'>

const row = <Seen>(
  verifies: string,
  needs: readonly FixtureName[],
  act: Act<Seen>,
  judge: (seen: Seen & Pick<Parameters<typeof onOrdinary>[0], 'ordinary'>) => Judgement,
  more: More = {},
): Check =>
  defineCheck(import.meta, {
    verifies,
    needs,
    ask: (doors) => besideOrdinary(doors, act, more.turn === 'early' ? 'act-first' : 'ordinary-first'),
    judge,
    ...more,
  })

const byCode = ['K26', 'K27', 'K28', 'K29', 'K30', 'K31', 'K32', 'K33'] as const satisfies readonly KonkursFixture[]

export default [
  row('KV-037', ['K46', 'K45'], openings, (evidence) =>
    all(
      ...(['K46', 'K45'] as const).map((debtor) =>
        given(isMatched(evidence, debtor, 'the debtor should be known'), () =>
          isLocked({ target: evidence.target, scenes: [evidence.opened], debtor }),
        ),
      ),
    ),
  ),
  row('KV-038', ['K1'], bostyrer, ({ target, opened, ordinary }) =>
    onOrdinary({ ordinary }, () =>
      given(isAnyLocked(opened, 'K1'), () =>
        isLocked({ target, scenes: [opened], debtor: 'K1', what: 'an account of every type should be locked' }),
      ),
    ),
  ),
  row('KV-040', ['K46', ...byCode], openings, ({ target, opened }) =>
    given(ordinaryGround({ target, scenes: [opened] }), () =>
      all(
        ...byCode.map((debtor) =>
          isLocked({ target, scenes: [opened], debtor, what: 'every ground and code should lock' }),
        ),
      ),
    ),
  ),
  row('KV-027', ['K46', 'K35', 'K36'], openings, ({ target, opened, later, seen }) =>
    given(all(ordinaryGround({ target, scenes: [opened] }), isNoClock(seen, target)), () =>
      all(
        ...(['K35', 'K36'] as const).map((debtor) =>
          isLocked({ target, scenes: [opened], debtor, what: 'both of one millisecond should be acted on' }),
        ),
        laterTwin({ target, later }),
      ),
    ),
  ),
  row('KV-048', ['K46'], openings, ({ target, opened, later }) =>
    given(ordinaryGround({ target, scenes: [opened] }), () =>
      isLocked({
        target,
        scenes: [later],
        debtor: 'K46',
        notice: 'K46 again',
        what: 'a second opening should leave the account locked',
      }),
    ),
  ),
  row('KV-056', ['K46', 'K55'], openings, ({ target, opened, later, again }) =>
    along(
      all(isLocked({ target, scenes: [opened], debtor: 'K55' }), delivered([later], later.notices['K55 sletting'])),
      () =>
        isLocked({
          target,
          scenes: [again],
          debtor: 'K55',
          notice: 'K55 again',
          what: 'a new opening after a sletting should lock again',
        }),
    ),
  ),
  row(
    'KV-036',
    ['K60', 'K61'],
    quiet,
    ({ target, news, ordinary }) =>
      given(
        all(ordinaryGround({ target, scenes: [ordinary.opened] }), isLocked({ target, scenes: [news], debtor: 'K60' })),
        () => isLocked({ target, scenes: [news], debtor: 'K61', what: 'a detail with æ, ø and å should be read' }),
      ),
    { turn: 'early' },
  ),
  row(
    'KV-023',
    ['K50'],
    outage,
    ({ target, before, during, after, ordinary }) =>
      given(
        all(
          asked(before.polled),
          asked(during),
          isNoClock(ordinary.seen, target),
          ordinaryGround({ target, scenes: [ordinary.opened] }),
        ),
        () => {
          const scenes = [before, after]
          const notice = before.notices.K50
          const call = after.polled.calls.at(-1)
          const found = delivered([after], notice)
          if (call !== undefined && found.some((one) => 'unjudged' in one))
            return call.finds(false, {
              what: `should ask for the notice ${notice?.uuid} of the days on which nothing was to be had`,
              expected: `at most ${notice?.registreringstidspunkt}`,
              at: '/brreg/since',
            })
          return isLocked({ target, scenes, debtor: 'K50', what: 'a notice of the gap should be acted on' })
        },
      ),
    { hooks: ['clock'], turn: 'late' },
  ),
]

/** Tolerated when it is lost: what lies at the time that was read last may be hidden by the interface itself. */
function laterTwin({ target, later }: Pick<Awaited<ReturnType<typeof openings.play>>, 'target' | 'later'>): Judgement {
  const notice = later.notices.K37
  if (notice === undefined) return []
  const locked = isLocked({
    target,
    scenes: [later],
    debtor: 'K37',
    what: 'a twin that comes later should be acted on',
  })
  const call = later.polled.calls.at(-1)
  const isLost = locked.some((one) => 'unjudged' in one || one.weight !== 'note')
  if (!isLost || call === undefined) return locked
  return call.finds(false, {
    what: `a twin that comes later should be acted on, and the notice ${notice.uuid} was not`,
    weight: 'tolerated',
    expected: `at most ${notice.registreringstidspunkt}`,
    at: '/brreg/since',
  })
}
