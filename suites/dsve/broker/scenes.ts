import type { Doors } from '../../kit/ask/doors.ts'
import type { Judgement } from '../../kit/judge/judgement.ts'
import { answers } from '../acts/answers.ts'
import { fetching } from '../acts/fetching.ts'
import { type Answers, notOnStage, onStage } from '../judged.ts'

/** What checks of the act of trouble share. */

export type Fetching = Awaited<ReturnType<(typeof fetching)['play']>>

export const onFetching = (judge: (seen: Fetching) => Judgement) => onStage(fetching, judge)

export const aroundFetching = ({ target, scenes, stopped, strangers, seen }: Fetching) => ({
  target,
  rounds: [...Object.values(scenes), ...(stopped === null ? [] : [stopped]), strangers],
  seen,
})

/** What was seen in calm, and in trouble. */
export interface Both {
  readonly answers: Answers
  readonly fetching: Fetching
}

export const onBoth = (judge: (both: Both) => Judgement) => ({
  ask: async (doors: Doors): Promise<Both | null> =>
    doors.target.dsve === undefined
      ? null
      : { answers: await doors.play(answers), fetching: await doors.play(fetching) },
  judge: (both: Both | null): Judgement => (both === null ? notOnStage : judge(both)),
})
