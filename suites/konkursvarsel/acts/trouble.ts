import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import { type Failure, presentations } from '../../../contracts/konkursvarsel/stimuli.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import { defineAct } from '../../kit/run/act.ts'
import { openLedger } from '../ledger.ts'
import { playScene, type Scene } from '../scene.ts'
import { detailsOf } from '../sightings.ts'

/** Brreg fails in every way, with a notice behind each failure; then it is well again, and nothing may be lost. */
export const trouble = defineAct({
  name: 'trouble',
  polls: 13,
  movesClock: false,
  play: async (stage) => {
    const ledger = openLedger(stage, 'trouble')
    const scenes: Scene[] = []
    const windows: { readonly withinMs: number }[] = []
    const failAll = async (kinds: typeof failures) => {
      for (const { how, debtor, retryAfter } of kinds) {
        const scene = await playScene(stage, ledger, {
          name: `list-${how}`,
          makes: [
            { party: 'brreg', does: 'fails', on: 'list', how, ...(retryAfter === undefined ? {} : { retryAfter }) },
          ],
          publishes: debtor === undefined ? [] : [{ debtor }],
          stays: true,
        })
        scenes.push(scene)
        if (retryAfter !== undefined) windows.push(await whatComes(stage, retryAfter))
        await stage.tell('calm', {})
      }
    }
    await failAll(refusals)
    const doors: Scene[] = []
    for (const certificate of presentations)
      doors.push(
        await playScene(stage, ledger, {
          name: certificate,
          makes: [{ party: 'brreg', does: 'presents', certificate }],
        }),
      )
    await failAll(failures)
    const notice = stage.target.fixtures.K42 === undefined ? [] : [{ debtor: 'K42' as const }]
    let detail = await playScene(stage, ledger, {
      name: 'detail-500',
      makes: ({ K42 }) => [
        {
          party: 'brreg',
          does: 'fails',
          on: 'detail',
          how: '500',
          times: detailFailures,
          ...(K42 && { notice: K42.uuid }),
        },
      ],
      publishes: notice,
      stays: true,
      lists: ['K38', 'K39', 'K40', 'K41', 'K42'],
    })
    const wellAgain = detail
    const succeeded = async () =>
      detailsOf(await stage.seen(), wellAgain.notices.K42?.uuid ?? '').some(({ record }) => record.status === 200)
    for (let more = 0; more < detailFailures && notice.length > 0 && !(await succeeded()); more++)
      detail = await playScene(stage, ledger, { name: `detail-${more + 2}`, stays: true, lists: ['K42'] })
    await stage.tell('calm', {})
    const seen = await stage.seen()
    return { target: stage.target, scenes, window: windows[0] ?? null, doors, wellAgain, detail, seen }
  },
})

const detailFailures = 3

/** What fails, whose notice is behind it, and how long Brreg wants to be left alone; seconds. */
const refusals: readonly { how: Failure; debtor?: KonkursFixture; retryAfter?: number }[] = [
  { how: '401', debtor: 'K41' },
  { how: '403' },
]

/** Some time after the refusals, so that whoever takes those for no news does not lose these notices too. */
const failures: typeof refusals = [
  { how: '503', debtor: 'K38', retryAfter: 1 },
  { how: 'truncated', debtor: 'K39' },
  { how: 'reset', debtor: 'K40' },
]

/** Watches what comes while Brreg wants to be left alone; a fifth is left out, since Retry-After counts from the answer. */
async function whatComes(stage: Stage, retryAfter: number): Promise<{ readonly withinMs: number }> {
  const withinMs = retryAfter * 800
  await stage.until('whoever calls in spite of Retry-After', () => false, withinMs)
  return { withinMs }
}
