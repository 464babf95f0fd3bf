import type { Content, Exchange, Headers } from '../../../contracts/report/evidence.ts'
import type { Target } from '../target.ts'
import { addressOf } from './address.ts'
import { Answer } from './answer.ts'
import { importKeys, readContent } from './content.ts'
import type { Epoch } from './epochs.ts'
import { createHolding } from './holding.ts'
import type { Patience } from './patience.ts'
import type { Recorder } from './recorder.ts'
import { invent, type Request } from './request.ts'
import { createTokens } from './tokens.ts'
import { openTransport, type WireAnswer } from './transport.ts'
import { withoutTokens } from './without-tokens.ts'

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

export interface Written {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  /** Invented for it. */
  readonly invented: Headers
  readonly authorization: Headers
  readonly body?: string
}

/** Puts questions to the participant, and records what came of them. */
export interface Asker {
  put(question: Question): Promise<Answer>
  /** How a question goes out, token included; nothing of it is recorded. */
  written(request: Request, key: string): Promise<Written>
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

  const written = async (request: Request, key: string): Promise<Written> => {
    const baseUrl = baseUrlOf(target, request)
    return {
      url: urlOf(withScheme(baseUrl, request), request),
      method: request.method,
      headers: request.headers,
      invented: invent(runId, key, request),
      authorization: request.via === 'hook' ? hookToken(target) : await authorizationOf(request, baseUrl),
      ...bodyOf(request),
    }
  }

  const read = async (text: string) => withoutTokens(await readContent(text, keys, tokens.strip), tokens.strip)

  const authorizationOf = async (request: Request, baseUrl: string): Promise<Headers> => {
    const { token, authorization } = request
    const name = inCaseOf(request, 'Authorization')
    if (authorization !== undefined) {
      const isFilled = authorization.includes(tokenHere)
      const filled = isFilled ? authorization.replace(tokenHere, await tokens.by(token ?? {}, baseUrl)) : authorization
      return { [name]: filled }
    }
    return token === null ? {} : { [name]: `Bearer ${await tokens.by(token, baseUrl)}` }
  }

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

function bodyOf({ body, sends }: Request): { readonly body?: string } {
  if (sends !== undefined) return { body: sends() }
  return body === undefined ? {} : { body }
}

/** Written as the other headers are, where all of them are in one case (KI-REQ-013). */
function inCaseOf({ headers, invents }: Request, name: string): string {
  const others = [...Object.keys(headers), ...Object.keys(invents)]
  const cases = [name.toLowerCase(), name.toUpperCase()]
  const [lower, upper] = [others.map((one) => one.toLowerCase()), others.map((one) => one.toUpperCase())]
  const found = [lower, upper].findIndex((written) => written.length > 0 && written.join() === others.join())
  return cases[found] ?? name
}

/** Where the token stands in an Authorization of the check's own; what is recorded holds this text, and no token. */
const tokenHere = '{token}'

/** As registered: what the question is put to, and whom its token is for. */
function baseUrlOf(target: Target, { via }: Request): string {
  const { baseUrl, production } = target
  if (via === 'hook') return hooksOf(target).baseUrl
  const beside = via === undefined ? undefined : target.besides?.[via]
  if (beside !== undefined) return beside
  if (via === 'look-up-v1' || via === 'look-up-v2') throw new Error(`the participant has no ${via} to ask`)
  if (via !== 'production') return baseUrl
  if (production === null) throw new Error('the participant has no instance in production profile to ask')
  return production.baseUrl
}

function hooksOf({ hooks }: Target) {
  if (hooks === undefined) throw new Error('the participant offers no hook to call')
  return hooks
}

function hookToken(target: Target): Headers {
  const { token } = hooksOf(target)
  return token === undefined ? {} : { Authorization: `Bearer ${token}` }
}

/** Without TLS at the same port, or at the usual one of http. */
const withScheme = (baseUrl: string, { via }: Request) =>
  via === 'plain-http' ? baseUrl.replace(/^https:/, 'http:') : baseUrl

function urlOf(baseUrl: string, { path, query }: Request): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  const address = addressOf(baseUrl, path)
  if (pairs.length === 0) return address
  return `${address}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`
}
