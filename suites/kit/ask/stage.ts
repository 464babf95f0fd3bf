import { setTimeout as sleep } from 'node:timers/promises'
import type { Control } from '../../../contracts/control/protocol.ts'
import type { Inquiry, Sent } from '../../../contracts/dsve/correspondence.ts'
import type { Expected } from '../../../contracts/dsve/fixtures/known.ts'
import type { HookName, Hooks } from '../../../contracts/hooks/protocol.ts'
import type { Deed, Waited } from '../../../contracts/report/evidence.ts'
import type { LoadWindow } from '../../../contracts/report/load.ts'
import { type Inspection, inspectFiles } from '../evidence/inspect.ts'
import { playScenario } from '../load/play.ts'
import type { LoadSettings, Profile } from '../load/profile.ts'
import type { Scenario } from '../load/scenario.ts'
import type { Target } from '../target.ts'
import type { Answer } from './answer.ts'
import type { Correspondence } from './correspondence.ts'
import type { Epochs } from './epochs.ts'
import type { Asker, Question, Watch } from './put.ts'
import type { Recorder } from './recorder.ts'
import { type Changes, change, keyOf, type Request } from './request.ts'
import { rethrow, undone, unsent } from './undone.ts'
import { type Done, type Sighting, Witness } from './witness.ts'

/** What the parties can be told in an act. */
export type Told = Extract<keyof Control, 'publish' | 'stimulate' | 'calm' | 'advance' | 'lookUp'>

/** The doors of an act. All that goes through them is recorded. */
export interface Stage {
  readonly target: Target
  /** Ids that the harness invents follow from it. */
  readonly runId: string
  /** From here on everything bears this name after that of the act. */
  scene(name: string): Promise<void>
  /** Puts a question to the participant: once in a scene, however often it is asked. */
  ask(request: Request, changes?: Changes & { readonly repeat?: number }): Promise<Answer>
  offers(hook: HookName): boolean
  /** Calls a hook, which must be offered. */
  hook<Name extends HookName>(name: Name, request: Hooks[Name]['request']): Promise<Answer>
  tell<Call extends Told>(call: Call, request: Parameters<Control[Call]>[0]): Promise<Done>
  /** The same where it need not be possible: the outcome then says why it was not (`Failed`), and nobody is the worse for it. */
  attempt<Call extends Told>(call: Call, request: Parameters<Control[Call]>[0]): Promise<Done>
  /**
   * Has the megler ask the participant. The answer is held against the case, and against what is said here where the way
   * of asking is the point.
   */
  inquire(inquiry: Inquiry, expects?: Partial<Expected>): Promise<Inquired>
  /** What the parties saw since the act began, oldest first; letters and what was done at the broker among them. */
  seen(): Promise<readonly Sighting[]>
  /** How much load a window of this run makes. */
  readonly loadProfile: Profile
  /** Puts many questions at planned times, as the profile of the run says, and records every one. */
  load(scenario: Scenario): Promise<readonly LoadWindow[]>
  /** Puts a question again and again until its answer is enough, from `first` on; no longer than that. */
  askUntil(what: string, request: Request, until: AskedUntil): Promise<{ readonly done: Done; readonly answer: Answer }>
  /** Reads files of the participant's house, and records what was found of what is looked for. */
  inspect(inspection: Inspection): Promise<Done>
  /** Waits until enough was seen; no longer than that. `what` is told to whoever watches. */
  until(what: string, enough: (seen: readonly Sighting[]) => boolean, withinMs: number): Promise<Done>
  /**
   * Tells the participant's people what to do now, and waits until it is seen; no longer than they were given. Whether they
   * did it nobody can tell where nothing is seen.
   */
  instruct(what: string, enough: (seen: readonly Sighting[]) => boolean, withinMs: number): Promise<Done>
}

/** `sent` is null where the megler could not ask: the deed says why. */
export interface Inquired {
  readonly inquiry: Inquiry
  readonly sent: Sent | null
  readonly done: Done
}

export interface AskedUntil {
  readonly enough: (answer: Answer) => boolean
  readonly withinMs: number
  /** Repeat number of the first question; those after it count on from there. */
  readonly first?: number
}

export interface StageOptions {
  readonly act: string
  readonly runId: string
  readonly target: Target
  readonly recorder: Recorder
  readonly epochs: Epochs
  /** Null where neither megler nor broker stands. */
  readonly correspondence: Correspondence | null
  readonly watch: Watch
  readonly load: LoadSettings
  readonly asker: Asker
  put(question: Question): Promise<Answer>
}

/** Between two looks at what the parties saw; the first come sooner, since most of what is waited for is on its way. */
const glanceMs = 200
const firstGlanceMs = 25

export function openStage(options: StageOptions): Stage {
  const { act, target, recorder, epochs, correspondence, watch, put } = options
  const { control } = target
  const answers = new Map<string, Promise<Answer>>()
  const first = recorder.observations.length
  let epoch = act
  let hooksCalled = 0

  const seen = async () => {
    await epochs.collect()
    return recorder.observations.slice(first).map((one) => new Witness(one))
  }
  const did = (does: Deed['does'], told: unknown, outcome: unknown, at = new Date()): Done =>
    new Witness(recorder.do({ epoch, at: at.toISOString(), does, told, outcome }))

  const ask: Stage['ask'] = (asked, { repeat = 0, ...changes } = {}) => {
    watch.interrupt.throwIfAborted()
    const request = change(asked, changes)
    const key = keyOf(epoch, repeat, request)
    const answer = answers.get(key) ?? put({ epoch: { name: epoch, stimulus: null }, repeat, key, request })
    answers.set(key, answer)
    return answer
  }

  const wait = async (does: 'wait' | 'instruct', what: string, enough: Parameters<Stage['until']>[1], ms: number) => {
    const begun = Date.now()
    const until = new Date(begun + ms)
    let met = enough(await seen())
    let glance = firstGlanceMs
    if (!met) (does === 'instruct' ? watch.instructing : watch.waiting)?.(what, until)
    while (!met && Date.now() < until.getTime()) {
      await sleep(Math.min(glance, until.getTime() - Date.now()), undefined, { signal: watch.interrupt })
      glance = Math.min(2 * glance, glanceMs)
      met = enough(await seen())
    }
    const outcome: Waited = { met, until: until.toISOString(), seconds: Math.round((Date.now() - begun) / 1000) }
    return did(does, what, outcome)
  }

  const tell = async <Call extends Told>(
    call: Call,
    request: Parameters<Control[Call]>[0],
    orWhyNot: (error: unknown) => unknown,
  ): Promise<Done> => {
    watch.interrupt.throwIfAborted()
    const at = new Date()
    const outcome = await (control[call] as (request: unknown) => Promise<unknown>)(request).catch(orWhyNot)
    return did(call, request, outcome, at)
  }

  return {
    target,
    runId: options.runId,
    loadProfile: options.load.profile,
    scene: async (name) => {
      epoch = `${act}/${name}`
      await epochs.goOnAs(epoch)
    },
    ask,
    offers: (hook) => target.hooks?.offers.includes(hook) === true,
    // Each call is one of its own: nothing that a hook does is done by asking whether it was done.
    hook: (name, request) => ask(hookRequest(name, request), { repeat: hooksCalled++ }),
    tell: (call, request) => tell(call, request, rethrow),
    attempt: (call, request) => tell(call, request, undone),
    inquire: async (inquiry, expects) => {
      watch.interrupt.throwIfAborted()
      const at = new Date()
      const outcome = await control.inquire({ inquiry }).catch(unsent)
      const sent = 'failed' in outcome ? null : outcome
      if (sent !== null)
        correspondence?.asked({
          inquiry,
          sent,
          at: at.toISOString(),
          ...(expects === undefined ? {} : { expects }),
        })
      return { inquiry, sent, done: did('inquire', inquiry, outcome, at) }
    },
    seen,
    load: (scenario) =>
      playScenario(scenario, { target, settings: options.load, recorder, watch, asker: options.asker }),
    askUntil: async (what, request, { enough, withinMs, first: from = 0 }) => {
      const begun = Date.now()
      const until = new Date(begun + withinMs)
      let repeat = from
      let answer = await ask(request, { repeat })
      if (!enough(answer)) watch.waiting(what, until)
      while (!enough(answer) && Date.now() < until.getTime()) {
        await sleep(Math.min(glanceMs, until.getTime() - Date.now()), undefined, { signal: watch.interrupt })
        answer = await ask(request, { repeat: ++repeat })
      }
      const outcome: Waited = {
        met: enough(answer),
        until: until.toISOString(),
        seconds: Math.round((Date.now() - begun) / 1000),
      }
      return { done: did('wait', what, outcome), answer }
    },
    inspect: async (inspection) => {
      const { told, outcome } = await inspectFiles(inspection, watch)
      return did('inspect', told, outcome)
    },
    until: (what, enough, withinMs) => wait('wait', what, enough, withinMs),
    instruct: (what, enough, withinMs) => wait('instruct', what, enough, withinMs),
  }
}

const hookRequest = (name: HookName, request: object): Request => ({
  method: 'POST',
  path: `/${name}`,
  query: {},
  headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  token: null,
  body: JSON.stringify(request),
  via: 'hook',
  invents: {},
})
