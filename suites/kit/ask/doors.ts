import { setTimeout as sleep } from 'node:timers/promises'
import type { Stimulus } from '../../../contracts/control/protocol.ts'
import type { Observation } from '../../../contracts/report/evidence.ts'
import { type LoadSettings, usualLoad } from '../load/profile.ts'
import type { Act } from '../run/act.ts'
import type { Target } from '../target.ts'
import type { Answer } from './answer.ts'
import { createCorrespondence } from './correspondence.ts'
import { calm, createEpochs, type Epoch, epochOf } from './epochs.ts'
import { openStage } from './open-stage.ts'
import { createPatience } from './patience.ts'
import { createAsker, type Question, type Watch } from './put.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import { type Changes, change, keyOf, type Request } from './request.ts'

/** The two doors to the outside. Everything that a check learns comes through them, and all of it is recorded. */
export interface Doors {
  readonly target: Target
  /** Ids that the harness invents follow from it. */
  readonly runId: string
  /** Puts a question to the participant. Equal questions of one epoch are put once; `repeat` puts one again. */
  ask(request: Request, changes?: Changes & { readonly repeat?: number }): Promise<Answer>
  /** What the parties saw in this epoch. */
  observe(): Promise<readonly Observation[]>
  /** The same doors while a stimulus is in force. */
  during(stimulus: Stimulus): Doors
  /** What was seen of an act; it is played when it is first asked for, and once. */
  play<Seen>(act: Act<Seen>): Promise<Seen>
}

interface Outside {
  readonly doors: Doors
  readonly recorder: Recorder
  /** Every token that went out. */
  tokens(): readonly string[]
  close(): Promise<void>
}

/** The longest Retry-After that is waited for, in seconds: with it a run still takes less than half a minute more. */
const longestPause = 25

/** How long the bank asks us to wait (RFC 9110 §10.2.3), in milliseconds; null when it does not say, or asks too much. */
function rateLimitPause({ answered }: Answer): number | null {
  const seconds = answered?.headers['retry-after'] ?? ''
  return /^\d+$/.test(seconds) && Number(seconds) <= longestPause ? Number(seconds) * 1000 : null
}

/** @param waitedMs what was waited for in vain before the first question */
export function openDoors(
  target: Target,
  runId: string,
  watch: Watch,
  waitedMs = 0,
  load: LoadSettings = usualLoad,
): Outside {
  const recorder = createRecorder()
  const correspondence = target.dsve === undefined ? null : createCorrespondence(target)
  const epochs = createEpochs(target.control, recorder, correspondence)
  const patience = createPatience(target.deadlineMs, waitedMs)
  const asker = createAsker(target, runId, recorder, watch, patience)
  const answers = new Map<string, Promise<Answer>>()
  const acts = new Map<Act<unknown>, Promise<unknown>>()
  let begun: Promise<void> | undefined
  let queue: Promise<unknown> = Promise.resolve()

  /** One at a time: the parties can be in one state only, and ids follow the order of asking. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  const enter = async (epoch: Epoch) => {
    watch.interrupt.throwIfAborted()
    begun ??= epochs.begin()
    await begun
    await epochs.enter(epoch)
  }

  const put = async (question: Question): Promise<Answer> => {
    const answer = await asker.put(question)
    const pause = answer.status === 429 ? rateLimitPause(answer) : null
    if (pause === null || !patience.bears(pause)) return answer
    await sleep(pause, undefined, { signal: watch.interrupt })
    // Asked anew, so the ids that are invented for it are new, too.
    const second = await asker.put({ ...question, key: `${question.key} after a rate limit` })
    if (second.status === 429) patience.pausedInVain(pause)
    return second
  }

  /** Alone, from calm to calm, however it ends. */
  const perform = async <Seen>(act: Act<Seen>): Promise<Seen> => {
    await enter(calm)
    await epochs.goOnAs(act.name)
    try {
      return await act.play(
        openStage({ act: act.name, runId, target, recorder, epochs, correspondence, watch, load, asker, put }),
      )
    } finally {
      await epochs.enter(calm)
    }
  }

  const doorsIn = (epoch: Epoch): Doors => ({
    target,
    runId,
    ask: (asked, { repeat = 0, ...changes } = {}) => {
      const request = change(asked, changes)
      const key = keyOf(epoch.name, repeat, request)
      const known = answers.get(key)
      if (known !== undefined) return known
      const answer = inTurn(async () => {
        await enter(epoch)
        return put({ epoch, repeat, key, request })
      })
      answers.set(key, answer)
      return answer
    },
    observe: () => inTurn(() => epochs.observed(epoch)),
    during: (stimulus) => doorsIn(epochOf(stimulus)),
    play: <Seen>(act: Act<Seen>) => {
      const played = acts.get(act) ?? inTurn(() => perform(act))
      acts.set(act, played)
      return played as Promise<Seen>
    },
  })

  return {
    doors: doorsIn(calm),
    recorder,
    tokens: asker.tokens,
    close: async () => {
      await inTurn(() => epochs.leave())
      await asker.close()
    },
  }
}
