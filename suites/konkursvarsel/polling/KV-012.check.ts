import { all, given, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { quiet } from '../acts/quiet.ts'
import { asked, delivered } from '../delivered.ts'
import { besideOrdinary, isLocked, onOrdinary } from '../locked.ts'
import { brregOf, isListCall } from '../sightings.ts'
import { instantOf } from './watermark.ts'

type Evidence = Pick<Awaited<ReturnType<typeof quiet.play>>, 'news' | 'latest'>

/** From no later than what was known before it was stopped. */
function asksFrom({ news, latest }: Evidence): Judgement {
  const call = news.polled.calls.find(isListCall)
  if (call === undefined) return asked(news.polled)
  const instant = instantOf(brregOf(call)?.since ?? '')
  const limit = Date.parse(latest ?? '')
  return call.finds(instant === null || !(instant > limit), {
    what: 'should ask from where it was before it was stopped',
    expected: `at most ${latest}`,
    at: '/brreg/since',
  })
}

/** A notice whose detail could not be had is still to be acted on, also after a restart. */
export default defineCheck(import.meta, {
  verifies: 'KV-012',
  needs: ['K63'],
  hooks: ['restart'],
  turn: 'early',
  ask: (doors) => besideOrdinary(doors, quiet, 'act-first'),
  judge: (evidence) => {
    const { target, interrupted, restarted, news } = evidence
    const scenes = [interrupted, news]
    return given(all(restarted?.answers(200) ?? [], delivered([interrupted], interrupted.notices.K63)), () =>
      all(
        asksFrom(evidence),
        onOrdinary(evidence, () =>
          isLocked({
            target,
            scenes,
            debtor: 'K63',
            what: 'what was not acted on before a restart should be acted on after it',
          }),
        ),
      ),
    )
  },
})
