import type { Content, Exchange } from '../../../contracts/report/evidence.ts'
import type { Target } from '../target.ts'
import { Answer } from './answer.ts'
import { importKeys, readContent } from './content.ts'
import type { Epoch } from './epochs.ts'
import { createHolding } from './holding.ts'
import type { Patience } from './patience.ts'
import type { Recorder } from './recorder.ts'
import type { Request } from './request.ts'
import { createTokens } from './tokens.ts'
import { openTransport, type WireAnswer } from './transport.ts'
import { withoutTokens } from './without-tokens.ts'
import { createWriter, type Write } from './write.ts'

/** One question, as it goes out once. */
export interface Question {
  readonly epoch: Epoch
  readonly repeat: number
  readonly key: string
  readonly request: Request
}

export interface Watch {
  /** After it no question is put any more: `ask` rejects with its reason. */
  readonly interrupt: AbortSignal
  /** Told before every wait, with the moment at which it ends at the latest. */
  readonly waiting: (exchange: string, until: Date) => void
  /** Told what the participant's people are to do now, and until when. Left out: nobody listens. */
  readonly instructing?: (what: string, until: Date) => void
}

/** Puts questions to the participant, and records what came of them. */
export interface Asker {
  put(question: Question): Promise<Answer>
  /** How a question goes out, token included; nothing of it is recorded. */
  readonly written: Write
  /** What a body turns out to be, without any token. */
  read(text: string): Promise<Content>
  /** Those that went out so far: secrets of the run. */
  tokens(): readonly string[]
  close(): Promise<void>
}

export function createAsker(
  target: Target,
  runId: string,
  recorder: Recorder,
  watch: Watch,
  patience: Patience,
): Asker {
  const transport = openTransport({ ...target, interrupt: watch.interrupt })
  const { token: ofHooks } = target.hooks ?? {}
  const tokens = createTokens(target.control, ofHooks === undefined ? {} : { given: [ofHooks] })
  const keys = importKeys(target.keys)
  const written = createWriter(target, runId, tokens)
  const holding = createHolding()

  const put = async ({ epoch, repeat, key, request }: Question): Promise<Answer> => {
    const { invents: _, sends: _s, ...asked } = request
    const id = recorder.nextId()
    const { invented, authorization, headers, ...line } = await written(request, key)
    const startedAt = new Date()
    const begun = performance.now()
    const send = (deadlineMs: number) => {
      watch.waiting(id, new Date(startedAt.getTime() + deadlineMs))
      const wire = {
        ...line,
        headers: { ...headers, ...invented, ...authorization },
        alone: request.via === 'fresh-connection',
        oldTls: request.via === 'old-tls',
      }
      return transport.send(wire, { deadlineMs, room: holding.room() })
    }
    const answer = await patience.bear({ epoch, request, exchange: id }, send)
    const durationMs = Math.round((performance.now() - begun) * 10) / 10
    const exchange: Exchange = {
      id,
      epoch: epoch.name,
      repeat,
      invented,
      request: asked,
      outcome: await outcomeOf(answer),
      startedAt: startedAt.toISOString(),
      durationMs,
    }
    recorder.record(exchange)
    return new Answer(exchange)
  }

  const read = async (text: string) => withoutTokens(await readContent(text, keys, tokens.strip), tokens.strip)

  /** What is recorded holds no token, sealed or not, even when the participant sends one back. */
  const outcomeOf = async (answer: WireAnswer): Promise<Exchange['outcome']> => {
    if (answer.kind === 'silent') return { ...answer, detail: tokens.strip(answer.detail) }
    const body = { ...answer.body, text: tokens.strip(answer.body.text) }
    const headers = Object.entries(answer.headers).map(([name, value]) => [name, tokens.strip(value)])
    const held = await holding.hold(body, read)
    return { ...answer, headers: Object.fromEntries(headers), ...held }
  }

  return { put, written, read, tokens: tokens.all, close: () => transport.close() }
}
