import type { LoadWindow } from '../../contracts/report/load.ts'
import { serviceLevel } from '../../contracts/ytelse/service-level.ts'
import type { Answer } from '../kit/ask/answer.ts'
import { all, given, inconclusive, type Judgement, notApplicable } from '../kit/judge/judgement.ts'
import { type Act, defineAct } from '../kit/run/act.ts'
import type { Target } from '../kit/target.ts'
import { served } from '../kontrollinformasjon/operations.ts'
import { type Mix, prepare, scenarioOf } from './scenario.ts'

/** The windows of load; each is played once in a run, and shared by the checks that judge it. */

export interface Played {
  readonly calm: readonly Answer[]
  /** What an ordinary run has no test data for. */
  readonly lacking: string | null
  /** Requests a second that the participant says it allows, where it has agreed to no more; it is then not pressed. */
  readonly allowed: number | null
  readonly windows: readonly LoadWindow[]
}

/** A declared limit below the rate ends the matter, unless the participant has agreed to that rate. */
function allowedBy({ capabilities, agreement }: Target): number | null {
  const { perSecond = Number.POSITIVE_INFINITY } = capabilities.rateLimit ?? {}
  return perSecond < serviceLevel.ratePerSecond && agreement?.ytelse === undefined ? perSecond : null
}

const playing = (mix: Mix): Act<Played> =>
  defineAct({
    name: mix === 'usual' ? 'load-calm' : 'load-beside-job',
    polls: 0,
    movesClock: false,
    play: async (stage) => {
      const allowed = allowedBy(stage.target)
      if (allowed !== null) return { calm: [], lacking: null, allowed, windows: [] }
      const prepared = await prepare(stage, mix)
      const { calm, kinds } = prepared
      const lacks = (name: string) => kinds.every((kind) => kind.name !== name)
      const lacking = lacks('details')
        ? 'an account of P1 to ask about'
        : mix === 'beside-job' && lacks('large-lists')
          ? 'an account of A4 with more than one page, which the other job fetches'
          : null
      if (lacking !== null || calm.some(({ status }) => status !== 200)) return { calm, lacking, allowed, windows: [] }
      return { calm, lacking, allowed, windows: await stage.load(scenarioOf(stage, mix, prepared)) }
    },
  })

export const usualLoad = playing('usual')
export const besideJob = playing('beside-job')

/** Nothing is said about load where the same questions are not answered in calm. */
export const judging =
  (judge: (windows: readonly LoadWindow[]) => Judgement) =>
  ({ calm, lacking, allowed, windows }: Played): Judgement => {
    if (allowed !== null)
      return notApplicable('capability-absent', `the participant declares that it allows ${allowed} requests a second`)
    return given(all(...calm.map((answer) => all(served(answer), answer.readable))), () =>
      lacking === null ? judge(windows) : inconclusive('need-not-met', `the participant has no ${lacking}`),
    )
  }
