import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import { all, given, inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { trouble } from '../acts/trouble.ts'
import { asked, delivered } from '../delivered.ts'
import { besideOrdinary, isLocked, noticeIn, onOrdinary } from '../locked.ts'
import type { Scene } from '../scene.ts'
import { brregOf, isAttempt, isListCall, isServed } from '../sightings.ts'
import { instantOf, isNoClock, isoOf } from './watermark.ts'

type Evidence = Awaited<ReturnType<typeof trouble.play>> & Parameters<typeof onOrdinary>[0]

/** Behind which failure of the list whose notice lies; a refused TLS connection has none of its own. */
interface Kind {
  readonly scene: string
  readonly debtor?: KonkursFixture
}

/** After a failure the same is asked for again: from no later than what the failed call asked from. */
function staysWhereItWas(evidence: Evidence, scene: Scene): Judgement {
  const failed = scene.polled.calls.find((call) => isAttempt(call) && !isServed(call))
  if (failed === undefined) return asked(scene.polled)
  const position = evidence.seen.findIndex(({ record }) => record.id === failed.record.id)
  const next = evidence.seen.slice(position + 1).find(isListCall)
  const before = evidence.seen.slice(0, position + 1).findLast(isListCall)
  const limit = instantOf(brregOf(before ?? failed)?.since ?? '')
  if (next === undefined || limit === null)
    return inconclusive('no-traffic', `nothing was asked for after the failure in ${failed.record.id}`)
  const instant = instantOf(brregOf(next)?.since ?? '')
  return next.finds(instant === null || instant <= limit, {
    what: 'should ask for the same again after a failure',
    expected: `at most ${isoOf(limit)}`,
    at: '/brreg/since',
  })
}

function isNotLost(evidence: Evidence, { scene, debtor }: Kind): Judgement {
  if (debtor === undefined) return []
  const { target, scenes, wellAgain } = evidence
  const all = [...scenes, wellAgain]
  const notice = noticeIn(scenes, debtor)
  const last = wellAgain.polled.calls.findLast(isListCall)
  const served = delivered(all, notice)
  const isServedLater = served.every((one) => !('unjudged' in one))
  // Served by nobody's fault but its own: it asked for later ones only.
  if (notice !== undefined && !isServedLater && last !== undefined && isServed(last))
    return last.finds(false, {
      what: `should ask for the notice ${notice.uuid}, which lay behind the ${scene}`,
      expected: `at most ${notice.registreringstidspunkt}`,
      at: '/brreg/since',
    })
  return isLocked({
    target,
    scenes: all,
    seenIn: wellAgain,
    debtor,
    what: 'a notice behind a failure should be acted on',
  })
}

const row = (verifies: string, kinds: readonly Kind[]): Check =>
  defineCheck(import.meta, {
    verifies,
    uses: kinds.flatMap(({ debtor }) => debtor ?? []),
    ask: (doors) => besideOrdinary(doors, trouble),
    judge: (evidence) => {
      const played = [...evidence.scenes, ...evidence.doors]
      return all(
        ...kinds.map((kind) => {
          const scene = played.find(({ name }) => name === kind.scene)
          if (scene === undefined) return inconclusive('not-recorded', `${kind.scene} was not played`)
          const ground = all(asked(scene.polled), isNoClock(evidence.ordinary.seen, evidence.target))
          return labelled(
            kind.scene,
            given(ground, () =>
              all(
                staysWhereItWas(evidence, scene),
                kind.debtor === undefined ? [] : onOrdinary(evidence, () => isNotLost(evidence, kind)),
              ),
            ),
          )
        }),
      )
    },
  })

export default [
  row('KV-020', [
    { scene: 'list-503', debtor: 'K38' },
    { scene: 'list-truncated', debtor: 'K39' },
    { scene: 'list-reset', debtor: 'K40' },
  ]),
  row('KV-022', [{ scene: 'list-401', debtor: 'K41' }, { scene: 'list-403' }, { scene: 'unknown-issuer' }]),
]
