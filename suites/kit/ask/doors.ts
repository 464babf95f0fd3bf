import type { Stimulus } from '../../../contracts/control/protocol.ts'
import type { Exchange, Observation } from '../../../contracts/report/evidence.ts'
import type { Target } from '../target.ts'
import { Answer } from './answer.ts'
import { importKeys, readContent } from './content.ts'
import { calm, createEpochs, type Epoch, epochOf } from './epochs.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import { type Changes, change, invent, keyOf, type Request } from './request.ts'
import { createTokens } from './tokens.ts'
import { openTransport } from './transport.ts'

/** The two doors to the outside. Everything that a check learns comes through them, and all of it is recorded. */
export interface Doors {
  readonly target: Target
  /** Puts a question to the participant. Equal questions of one epoch are put once; `repeat` puts one again. */
  ask(request: Request, changes?: Changes & { readonly repeat?: number }): Promise<Answer>
  /** What the parties saw in this epoch. */
  observe(): Promise<readonly Observation[]>
  /** The same doors while a stimulus is in force. */
  during(stimulus: Stimulus): Doors
}

export interface Outside {
  readonly doors: Doors
  readonly recorder: Recorder
  close(): Promise<void>
}

export interface Watch {
  /** After it no question is put any more: `ask` rejects with its reason. */
  readonly interrupt: AbortSignal
  /** Told before every wait, with the moment at which it ends at the latest. */
  readonly waiting: (exchange: string, until: Date) => void
}

export function openDoors(target: Target, runId: string, { interrupt, waiting }: Watch): Outside {
  const recorder = createRecorder()
  const epochs = createEpochs(target.control, recorder)
  const transport = openTransport({ trust: target.trust, deadlineMs: target.deadlineMs, interrupt })
  const tokens = createTokens(target.control)
  const keys = importKeys(target.keys)
  const answers = new Map<string, Promise<Answer>>()
  let queue: Promise<unknown> = Promise.resolve()

  /** One at a time: the parties can be in one state only, and ids follow the order of asking. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  const put = async (epoch: Epoch, repeat: number, key: string, request: Request): Promise<Answer> => {
    interrupt.throwIfAborted()
    await epochs.enter(epoch)
    const id = recorder.nextId()
    const invented = invent(runId, key, request)
    const authorization = request.token === null ? {} : { Authorization: `Bearer ${await tokens.by(request.token)}` }
    const startedAt = new Date()
    const begun = performance.now()
    waiting(id, new Date(startedAt.getTime() + target.deadlineMs))
    const answer = await transport.send({
      url: urlOf(target.baseUrl, request),
      method: request.method,
      headers: { ...request.headers, ...invented, ...authorization },
    })
    const exchange: Exchange = {
      id,
      epoch: epoch.name,
      repeat,
      invented,
      request: withoutInventions(request),
      outcome: answer.kind === 'silent' ? answer : { ...answer, content: await readContent(answer.body.text, keys) },
      startedAt: startedAt.toISOString(),
      durationMs: Math.round((performance.now() - begun) * 10) / 10,
    }
    recorder.record(exchange)
    return new Answer(exchange)
  }

  const doorsIn = (epoch: Epoch): Doors => ({
    target,
    ask: (request, { repeat = 0, ...changes } = {}) => {
      const changed = change(request, changes)
      const key = keyOf(epoch.name, repeat, changed)
      const known = answers.get(key)
      if (known !== undefined) return known
      const answer = inTurn(() => put(epoch, repeat, key, changed))
      answers.set(key, answer)
      return answer
    },
    observe: () => inTurn(() => epochs.observed(epoch)),
    during: (stimulus) => doorsIn(epochOf(stimulus)),
  })

  return {
    doors: doorsIn(calm),
    recorder,
    close: async () => {
      await inTurn(() => epochs.leave())
      await transport.close()
    },
  }
}

function urlOf(baseUrl: string, { path, query }: Request): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  if (pairs.length === 0) return baseUrl + path
  return `${baseUrl}${path}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`
}

function withoutInventions({ invents: _, ...asked }: Request): Exchange['request'] {
  return asked
}
