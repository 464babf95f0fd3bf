import { ControlError } from './control-error.ts'
import { type Control, controlCalls } from './protocol.ts'
import type { ControlCall } from './shapes.ts'
import { wrongsOf } from './wrongs.ts'

/** What both transports do with a call, so that they behave alike. */

/** Bytes of JSON that a request may have. */
export const requestCap = 1024 * 1024

export const isControlCall = (name: string): name is ControlCall => controlCalls.some((call) => call === name)

/** A Control whose calls all go through one function. */
export function controlThrough(perform: (call: ControlCall, request: unknown) => Promise<unknown>): Control {
  const calls = controlCalls.map((call) => [call, (request: unknown) => perform(call, request)] as const)
  // The answers are checked against the shapes of protocol.ts by whoever performs.
  return Object.fromEntries(calls) as unknown as Control
}

/** The request as JSON text. Throws `invalid` for what JSON cannot hold, `too-large` over the cap. */
export function requestText(call: ControlCall, request: unknown): string {
  const written = writeJson(request)
  if (written === undefined) {
    throw new ControlError(
      'invalid',
      `control call ${call}: the request cannot be written as JSON; give a plain object`,
    )
  }
  if (Buffer.byteLength(written) > requestCap) throw tooLarge(`control call ${call}`)
  return written
}

export const tooLarge = (where: string) =>
  new ControlError('too-large', `${where}: the request is larger than ${requestCap} bytes; make the recipe smaller`)

/** The value that a text holds. Throws `invalid`. */
export function requestOf(call: ControlCall, written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    throw new ControlError(
      'invalid',
      `control call ${call}: the body is no JSON; send one JSON object, {} if it is empty`,
    )
  }
}

/**
 * Checks the request, lets the implementation answer, checks the answer.
 * Request and answer are deeply frozen copies: nobody's object travels. Throws a ControlError only.
 */
export async function performCall(control: Control, call: ControlCall, request: unknown): Promise<unknown> {
  const wrongs = wrongsOf(call, 'request', request)
  if (wrongs.length) throw new ControlError('invalid', `control call ${call}, request: ${wrongs.join('; ')}`)
  const answer = copy(await implementationOf(control, call)(frozen(request)).catch(failed(call)))
  requireAnswer(call, answer, 'failed')
  return frozen(answer)
}

/** Throws when the answer of a call has the wrong shape. */
export function requireAnswer(call: ControlCall, answer: unknown, kind: 'failed' | 'not-control'): void {
  const wrongs = wrongsOf(call, 'answer', answer)
  if (wrongs.length) {
    throw new ControlError(kind, `control call ${call}, answer of the party: ${wrongs.join('; ')}; see protocol.ts`)
  }
}

/** Also what an implementation throws before it has a promise to reject. */
const implementationOf = (control: Control, call: ControlCall) => async (request: unknown) =>
  (control[call] as (request: unknown) => Promise<unknown>)(request)

/** The message goes to the caller, the stack stays here. */
const failed = (call: ControlCall) => (error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  throw new ControlError('failed', `control call ${call} failed at the party: ${reason}`)
}

const copy = (value: unknown): unknown => {
  const written = writeJson(value)
  return written === undefined ? undefined : JSON.parse(written)
}

function writeJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

export function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const member of Object.values(value)) frozen(member)
  return Object.freeze(value)
}
