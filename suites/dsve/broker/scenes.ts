import type { Doors } from '../../kit/ask/doors.ts'
import { inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { answers } from '../acts/answers.ts'
import { fetching, type SceneName } from '../acts/fetching.ts'
import { type Answers, heard, notOnStage, onStage } from '../judged.ts'
import type { Put } from '../questions.ts'
import { actsIn, actsOn, type Done } from '../seen.ts'

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

/** What a scene has to judge: its question, and what the bank did about it. */
export interface Scene {
  readonly one: Put
  /** About the request. */
  readonly acts: readonly Done[]
  /** Of the whole scene. */
  readonly all: readonly Done[]
  readonly seen: Fetching
}

export function sceneOf(seen: Fetching, name: SceneName): Scene | null {
  const [one] = seen.scenes[name]?.put ?? []
  if (one?.sent == null) return null
  const acts = actsOn(one.sent.fileTransferId, seen.seen)
  const inScene = actsIn(seen.seen).filter(({ sighting }) => sighting.record.epoch.endsWith(`/${name}`))
  return { one, acts, all: inScene, seen }
}

export const answeredIn = ({ one, seen }: Scene): Judgement => heard([one], aroundFetching(seen))

/** That the bank met what was made for it; who came before it did, or not at all, shows nothing. */
export const met = (done: Done | undefined, what: string): Judgement =>
  done === undefined
    ? inconclusive('need-not-met', `the bank did not meet it: ${what}`)
    : done.sighting.finds(true, { what: `the bank met it: ${what}`, expected: null, at: '/status' })

export const inScene = (name: SceneName, judge: (scene: Scene) => Judgement) =>
  onFetching((seen) => {
    const scene = sceneOf(seen, name)
    return scene === null ? inconclusive('need-not-met', 'the megler could not ask') : judge(scene)
  })
