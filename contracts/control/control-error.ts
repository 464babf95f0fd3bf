/**
 * What may go wrong with a call, the same over both transports.
 * `invalid`: the request has the wrong shape. `unknown-call`: there is no such call. `unauthorised`: the token was refused.
 * `too-large`: over 1 MiB. `failed`: the party tried and could not. `unreachable`: no answer. `deadline`: none in time.
 * `not-control`: something answered that does not speak this protocol.
 */
export const controlErrorKinds = [
  'invalid',
  'unknown-call',
  'unauthorised',
  'too-large',
  'failed',
  'unreachable',
  'deadline',
  'not-control',
] as const
export type ControlErrorKind = (typeof controlErrorKinds)[number]

/** Its message says what, where and how to mend it, and never holds a token. */
export class ControlError extends Error {
  readonly kind: ControlErrorKind

  constructor(kind: ControlErrorKind, message: string) {
    super(message)
    this.name = 'ControlError'
    this.kind = kind
  }
}
