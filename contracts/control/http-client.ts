import { fetch, type Response } from 'undici'
import { ControlError, type ControlErrorKind, controlErrorKinds } from './control-error.ts'
import { controlThrough, frozen, requestText, requireAnswer } from './perform.ts'
import type { Control } from './protocol.ts'
import type { ControlCall } from './shapes.ts'

export interface ConnectOptions {
  /** Where the control server is: `http://127.0.0.1:4711`, or https where TLS stands in front of it. */
  readonly url: string
  readonly token: string
  /** How long one call may take, in milliseconds. */
  readonly deadlineMs: number
}

/**
 * The parties beside another process. Connects with the first call; every call has the deadline.
 * Throws a TypeError for wrong options; the calls throw a ControlError. Neither ever holds the token.
 */
export function connectControl({ url, token, deadlineMs }: ConnectOptions): Control {
  const base = baseOf(url)
  if (!/^[!-~]+$/.test(token)) {
    throw new TypeError('control client: token must be printable ASCII without blanks; give the one of the server')
  }
  if (!Number.isInteger(deadlineMs) || deadlineMs < 1 || deadlineMs > 2 ** 31 - 1) {
    throw new TypeError(
      `control client: deadlineMs must be a positive whole number of milliseconds, and is ${deadlineMs}`,
    )
  }

  return controlThrough(async (call, request) => {
    const where = `${base}/control/${call}`
    const body = requestText(call, request)
    const { status, text } = await exchange(where, { token, deadlineMs, body })
    const value = parse(text)
    if (status !== 200) throw errorOf(call, where, status, value)
    requireAnswer(call, value, 'not-control')
    return frozen(value)
  })
}

function baseOf(url: string): string {
  const parsed = URL.parse(url)
  const usable = parsed && /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.password
  if (!usable || parsed.search || parsed.hash) {
    throw new TypeError(
      'control client: url must be an http or https address without user, query and fragment, for example http://127.0.0.1:4711',
    )
  }
  return parsed.href.replace(/\/+$/, '')
}

interface Call {
  readonly token: string
  readonly deadlineMs: number
  readonly body: string
}

async function exchange(where: string, { token, deadlineMs, body }: Call): Promise<{ status: number; text: string }> {
  const signal = AbortSignal.timeout(deadlineMs)
  try {
    const response: Response = await fetch(where, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
      // A redirect would carry the token to whoever it names.
      redirect: 'manual',
      signal,
    })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    if (signal.aborted) throw new ControlError('deadline', late(where, deadlineMs))
    throw new ControlError('unreachable', unreachable(where, error))
  }
}

const late = (where: string, deadlineMs: number) =>
  `${where} did not answer within ${deadlineMs} ms; look at what the party is doing, or give it a longer deadline`

function unreachable(where: string, error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : ''
  return `${where} cannot be reached${code}; start the party with a control port, and check address and port`
}

/** The server tells its own errors; everything else is something that does not speak this protocol. */
function errorOf(call: ControlCall, where: string, status: number, value: unknown): ControlError {
  const told = toldBy(value)
  if (!told) return new ControlError('not-control', `${where} answered ${status} and is no control server; check url`)
  if (told.kind === 'unauthorised') return new ControlError('unauthorised', `${where}: ${told.message}`)
  if (told.kind === 'unknown-call') {
    return new ControlError(
      'unknown-call',
      `${where} does not know the call ${call}; use the same version on both sides`,
    )
  }
  return new ControlError(told.kind, told.message)
}

function toldBy(value: unknown): { kind: ControlErrorKind; message: string } | undefined {
  if (typeof value !== 'object' || value === null || !('error' in value)) return undefined
  const { kind, message } = Object(value.error) as Readonly<Record<string, unknown>>
  const known = controlErrorKinds.find((one) => one === kind)
  return known && typeof message === 'string' ? { kind: known, message } : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
