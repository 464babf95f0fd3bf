import type { LoadWindow } from '../../contracts/report/load.ts'
import type { Answer } from '../kit/ask/answer.ts'
import { all, given, inconclusive, type Judgement } from '../kit/judge/judgement.ts'
import { type Act, defineAct } from '../kit/run/act.ts'
import { served } from '../kontrollinformasjon/operations.ts'
import { type Mix, prepare, scenarioOf } from './scenario.ts'

/** The windows of load; each is played once in a run, and shared by the checks that judge it. */

export interface Played {
  readonly calm: readonly Answer[]
  /** What an ordinary run has no test data for. */
  readonly lacking: string | null
  readonly windows: readonly LoadWindow[]
}

const playing = (mix: Mix): Act<Played> =>
  defineAct({
    name: mix === 'usual' ? 'load-calm' : 'load-beside-job',
    polls: 0,
    movesClock: false,
    play: async (stage) => {
      const prepared = await prepare(stage, mix)
      const { calm, kinds } = prepared
      const lacks = (name: string) => kinds.every((kind) => kind.name !== name)
      const lacking = lacks('details')
        ? 'an account of P1 to ask about'
        : mix === 'beside-job' && lacks('large-lists')
          ? 'an account of A4 with more than one page, which the other job fetches'
          : null
      if (lacking !== null || calm.some(({ status }) => status !== 200)) return { calm, lacking, windows: [] }
      return { calm, lacking, windows: await stage.load(scenarioOf(stage, mix, prepared)) }
    },
  })

export const usualLoad = playing('usual')
export const besideJob = playing('beside-job')

/** Nothing is said about load where the same questions are not answered in calm. */
export const judging =
  (judge: (windows: readonly LoadWindow[]) => Judgement) =>
  ({ calm, lacking, windows }: Played): Judgement =>
    given(all(...calm.map((answer) => all(served(answer), answer.readable))), () =>
      lacking === null ? judge(windows) : inconclusive('need-not-met', `the participant has no ${lacking}`),
    )
