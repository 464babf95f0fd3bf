import type { Control } from '../../../contracts/control/protocol.ts'
import type { HookName } from '../../../contracts/hooks/protocol.ts'
import type { Deed } from '../../../contracts/report/evidence.ts'
import { inspectFiles } from '../evidence/inspect.ts'
import { playScenario } from '../load/play.ts'
import type { LoadSettings } from '../load/profile.ts'
import type { Target } from '../target.ts'
import type { Answer } from './answer.ts'
import type { Correspondence } from './correspondence.ts'
import type { Epochs } from './epochs.ts'
import type { Asker, Question, Watch } from './put.ts'
import type { Recorder } from './recorder.ts'
import { change, keyOf, type Request } from './request.ts'
import type { Stage, Told } from './stage.ts'
import { rethrow, undone, unsent } from './undone.ts'
import { waitFor } from './waiting.ts'
import { type Done, Witness } from './witness.ts'

/** The doors of one act, opened. */

interface StageOptions {
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

/** What was asked is asked again after a while; what the parties saw is looked at sooner, since most of it is on its way. */
const again = { first: 200, most: 200 } as const
const soon = { first: 25, most: 200 } as const

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

  const until = async (does: 'wait' | 'instruct', ...[what, enough, withinMs]: Parameters<Stage['until']>) => {
    const waiting = (end: Date) => (does === 'instruct' ? watch.instructing : watch.waiting)?.(what, end)
    const { outcome } = await waitFor({
      look: seen,
      enough,
      withinMs,
      glances: soon,
      waiting,
      interrupt: watch.interrupt,
    })
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
      let repeat = from
      const { seen: answer, outcome } = await waitFor({
        look: () => ask(request, { repeat: repeat++ }),
        enough,
        withinMs,
        glances: again,
        waiting: (end) => watch.waiting(what, end),
        interrupt: watch.interrupt,
      })
      return { done: did('wait', what, outcome), answer }
    },
    inspect: async (inspection) => {
      const { told, outcome } = await inspectFiles(inspection, watch)
      return did('inspect', told, outcome)
    },
    until: (...wait) => until('wait', ...wait),
    instruct: (...wait) => until('instruct', ...wait),
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
